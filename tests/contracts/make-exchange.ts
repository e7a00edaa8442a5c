import type { Exchange } from '../../src/domain/exchange.ts';

/** An exchange with everything that one can have. */
export function makeExchange(more: Partial<Exchange> = {}): Exchange {
  return {
    id: '1001',
    channelId: '20',
    serverId: '30',
    askerId: '40',
    questionId: '1000',
    question: 'Who built the lighthouse?',
    isPrivate: false,
    outcome: 'strong',
    score: 0.913,
    excerpts: [
      {
        articleId: 'lighthouse',
        paragraph: 1,
        start: 11,
        end: 91,
        hash: 'abc1234',
        highlights: [{ start: 4, end: 9 }],
      },
      { articleId: 'bell', paragraph: 7, start: 0, end: 12, hash: 'zzzzzzz', highlights: [] },
    ],
    explanation: {
      matchedTerms: ['built'],
      denseRank: 1,
      score: 0.913,
      thresholds: { weak: 0.4, strong: 0.7 },
      strictness: 'balanced',
      corrections: [{ typed: 'lighthose', searched: 'lighthouse' }],
    },
    generation: 'g-1',
    askedAt: '2026-03-01T10:00:00.000Z',
    ...more,
  };
}
