import { reportGaps } from '../src/conversation/report-gaps.ts';
import type { GapGroup } from '../src/conversation/report-gaps.ts';
import type { Library } from '../src/domain/library.ts';
import { recallableExchange } from './recallable-exchange.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What might be asked of the digest: by whom, and how many days ago; the same wording each time. */
const ASKED = [
  { question: 'How many inhabitants does Pyongyang have?', days: [2, 3, 9, 10, 16, 30], people: 5 },
  { question: 'What does a North Korean soldier earn?', days: [1, 8, 20], people: 3 },
  { question: 'Who translated for Kim and Belousov?', days: [4, 5], people: 2 },
] as const;

/** Questions without an answer, as those who manage a server see them. */
export async function madeUpGaps(library: Library, now: Date): Promise<readonly GapGroup[]> {
  const gaps = ASKED.map(async ({ question, days, people }, place) => {
    const { excerpts, outcome } = await recallableExchange(question, library);
    const [nearest] = excerpts;
    return days.map((ago, index) => ({
      id: `${place}${index}`,
      serverId: '1',
      question,
      vector: Float32Array.from(ASKED, (_, other) => Number(other === place)),
      askerHash: String(index % people),
      outcome,
      at: new Date(now.getTime() - ago * DAY).toISOString(),
      ...(nearest && { nearest }),
    }));
  });
  return reportGaps((await Promise.all(gaps)).flat(), { now, showsWording: false });
}
