import { describe, expect, it } from 'vitest';
import { pointAt } from '../../src/answering/point-at-answer.ts';
import type { ScoredSentence } from '../../src/answering/rank-sentences.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { rankBy } from './rank-by.ts';

const TEXT = 'Ada sailed north. Edda Moor counted the seals.';
const EXCERPT = { start: TEXT.indexOf('Edda'), end: TEXT.length };
const ANSWER = { start: TEXT.indexOf('Edda'), end: TEXT.indexOf(' counted'), margin: 1, window: 0 };

function sentenceWith(answer: Partial<typeof ANSWER> | undefined): ScoredSentence {
  const [scored] = rankBy([articleFrom('a.txt', TEXT)], (text) => (text.startsWith('Edda') ? 1 : 0));
  if (!scored) throw new Error('There have to be two sentences.');
  return answer ? { ...scored, answer: { ...ANSWER, ...answer } } : scored;
}

function point(question: string, answer: Partial<typeof ANSWER> | undefined = {}, excerpt = EXCERPT) {
  const span = pointAt(question, sentenceWith(answer), excerpt);
  return span && TEXT.slice(excerpt.start, excerpt.end).slice(span.start, span.end);
}

describe('pointAt', () => {
  it.each([
    'Who counted the seals?',
    'whos counted the seals',
    'And who counted them?',
    'The seals were counted by whom?',
    'Which woman counted the seals?',
    'Name the woman who counted seals',
    'The seals were counted by',
  ])('points at the words for "%s"', (question) => {
    expect(point(question)).toBe('Edda Moor');
  });

  it.each([
    'Did Edda Moor count the seals?',
    'Was it Edda Moor?',
    'is she the one who counted the seals',
    'seals counted',
    'Edda Moor',
  ])('points at nothing for "%s", which has no answer of a few words', (question) => {
    expect(point(question)).toBeUndefined();
  });

  it('points at nothing that the reader merely guesses at', () => {
    expect(point('Who counted?', { margin: -4 })).toBe('Edda Moor');
    expect(point('Who counted?', { margin: -4.01 })).toBeUndefined();
    expect(pointAt('Who counted?', sentenceWith(undefined), EXCERPT)).toBeUndefined();
  });

  it('counts from the start of the excerpt, and refuses words outside', () => {
    expect(point('Who counted?', {}, { start: 0, end: TEXT.length })).toBe('Edda Moor');
    expect(point('Who counted?', { start: 0, end: 3 })).toBeUndefined();
    expect(point('Who counted?', { start: 0 })).toBeUndefined();
    expect(point('Who counted?', { end: TEXT.length + 1 })).toBeUndefined();
  });
});
