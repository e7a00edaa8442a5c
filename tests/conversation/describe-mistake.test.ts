import { describe, expect, it } from 'vitest';
import { describeMistake, describeWait } from '../../src/conversation/describe-mistake.ts';
import { parseQuestion } from '../../src/domain/question.ts';
import { wordsIn } from '../../src/words/words.ts';

const words = wordsIn('en');

describe('describeMistake', () => {
  const mistakeOf = (question: string) => {
    try {
      return parseQuestion(question);
    } catch (error) {
      return describeMistake(words, error, question);
    }
  };

  it('tells an empty question and one that is too long apart, and says how long it was', () => {
    expect(mistakeOf('  ')).toEqual({ kind: 'empty' });
    expect(mistakeOf(` ${'y'.repeat(4001)} `)).toMatchObject({
      kind: 'too-long',
      words: expect.stringContaining('has 4001 characters; I take at most 4000') as string,
    });
  });

  it('is none where the asker can mend nothing', () => {
    expect(describeMistake(words, new Error('boom'), 'Who?')).toBeUndefined();
  });
});

it('names whole seconds, and at least one', () => {
  expect(describeWait(words, 0.2)).toContain('in 1 second.');
  expect(describeWait(words, 3.2)).toContain('in 4 seconds.');
});
