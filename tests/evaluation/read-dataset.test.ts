import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../src/evaluation/read-dataset.ts';

const ANSWERABLE = {
  id: 'q1',
  kind: 'answerable',
  question: 'Who?',
  article: 'boats',
  paragraph: 2,
  sentence: 'Ada did.',
  answers: ['Ada'],
};

describe('readQuestions', () => {
  it('reads one question a line, with its gold where there is an answer', () => {
    const lines = [
      JSON.stringify(ANSWERABLE),
      '',
      JSON.stringify({ ...ANSWERABLE, id: 'q2', kind: 'follow-up', context: 'Did anyone?' }),
      JSON.stringify({ id: 'q3', kind: 'unanswerable-near', question: 'Why?' }),
      '',
    ];
    const gold = { article: 'boats', paragraph: 2, sentence: 'Ada did.', answers: ['Ada'] };
    expect(readQuestions(lines.join('\n'))).toEqual([
      { id: 'q1', kind: 'answerable', question: 'Who?', gold },
      { id: 'q2', kind: 'follow-up', question: 'Who?', context: 'Did anyone?', gold },
      { id: 'q3', kind: 'unanswerable-near', question: 'Why?' },
    ]);
  });

  it('reads the only article that is asked, with or without an answer', () => {
    const lines = [
      { ...ANSWERABLE, within: 'boats' },
      { id: 'q3', kind: 'unanswerable-near', question: 'Why?', within: 'birds' },
      { ...ANSWERABLE, within: 7 },
    ].map((line) => JSON.stringify(line));
    expect(readQuestions(lines.join('\n')).map(({ within }) => within)).toEqual([
      'boats',
      'birds',
      undefined,
    ]);
  });

  it('takes all sentences that are listed for right, the first one among them', () => {
    const lines = [ANSWERABLE, { ...ANSWERABLE, sentences: ['So did Ben.', 8] }].map((line) =>
      JSON.stringify(line),
    );
    const [plain, listed] = readQuestions(lines.join('\n'));
    expect(plain?.gold).not.toHaveProperty('sentences');
    expect(listed?.gold).toMatchObject({ sentence: 'Ada did.', sentences: ['Ada did.', 'So did Ben.'] });
  });

  it.each<[string, unknown, RegExp]>([
    ['is no JSON', '{"id": ', /Line 2 .*is not JSON/],
    ['is no object', '42', /Line 2 .*is no object/],
    ['is null', 'null', /Line 2 .*is no object/],
    ['has no id', { ...ANSWERABLE, id: undefined }, /Line 2 .*lacks id, question or a known kind/],
    [
      'has a number for a question',
      { ...ANSWERABLE, question: 7 },
      /Line 2 .*lacks id, question or a known kind/,
    ],
    ['is of no known kind', { ...ANSWERABLE, kind: 'hard' }, /Line 2 .*lacks id, question or a known kind/],
    [
      'has no paragraph',
      { ...ANSWERABLE, paragraph: '2' },
      /Line 2 .*lacks article, paragraph, sentence or answers/,
    ],
    [
      'has no answers',
      { ...ANSWERABLE, answers: 'Ada' },
      /Line 2 .*lacks article, paragraph, sentence or answers/,
    ],
  ])('refuses a line that %s, naming it', (_, line, message) => {
    const text = `${JSON.stringify(ANSWERABLE)}\n${typeof line === 'string' ? line : JSON.stringify(line)}`;
    expect(() => readQuestions(text)).toThrow(expect.objectContaining({ code: 'usage' }) as Error);
    expect(() => readQuestions(text)).toThrow(message);
  });
});
