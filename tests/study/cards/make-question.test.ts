import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/study/cards/make-question.ts';

/** The question for those words of a sentence, which stands anywhere in its article. */
function ask(text: string, words: string, type: 'person' | 'date' = 'person', family = type): string {
  const start = 40;
  const answer = { start: start + text.indexOf(words), text: words, type, family };
  return makeQuestion({ unit: { sentence: { start, text } }, answer });
}

const LONG = Array.from({ length: 40 }, (_, i) => `w${i}`);
const countWords = (question: string): number => question.split(' ').length;

describe('the question of a card', () => {
  it('has the asking word where the blank is', () => {
    expect(ask('The keeper, Ada Moor, saw it.', 'Ada Moor')).toBe('The keeper, who, saw it?');
    expect(ask("It was lost, in Moor's view.", 'Moor')).toBe('It was lost, in whose view?');
  });

  it('takes as many words from both sides, or from one what the other lacks', () => {
    const middle = ask([...LONG, 'Moor', ...LONG].join(' '), 'Moor');
    expect(middle).toMatch(/^w27 .* w39 who w0 .*\?$/u);
    const end = ask(`${LONG.join(' ')} Moor.`, 'Moor');
    expect(end).toMatch(/^w14 .* w39 who\?$/u);
    const start = ask(`Moor ${LONG.join(' ')}.`, 'Moor');
    expect(start).toMatch(/^who w0 .* w25\?$/u);
    for (const question of [middle, end, start]) expect(countWords(question)).toBeLessThanOrEqual(29);
  });
});
