import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/domain/card.ts';
import { cardToFlashcard } from '../../../src/study/export/card-to-flashcard.ts';
import { spanOf } from './span-of.ts';

const SENTENCE = 'Ellerby was dug in 1712, and from 1712 on boats came.';
const quoted = (text: string, start = 0): Card['answer'] => ({
  articleId: 'ellerby',
  paragraph: 1,
  start,
  end: start + text.length,
  text,
});
const CARD: Card = {
  id: 'a',
  kind: 'cloze',
  quotation: quoted(SENTENCE),
  before: '',
  after: '',
  answer: quoted('1712', 19),
  type: 'date',
  blanks: [spanOf(SENTENCE, '1712'), spanOf(SENTENCE, '1712', 1)],
  distractors: [quoted('1650', 80)],
  swap: quoted('1650', 80),
  worth: 1,
};
const PHRASES = {
  speaker: 'Who?',
  order: 'Which first?',
  altered: 'True?',
  wasTrue: 'Yes.',
  wasAltered: (answer: string, swap: string) => `${answer}, not ${swap}.`,
};
const CITATION = { plain: 'Ellerby, ¶ 1', markdown: 'Ellerby, ¶ 1' };
const sidesOf = (parts: Partial<Card>): unknown => {
  const card = cardToFlashcard({ ...CARD, ...parts }, CITATION, PHRASES);
  return card.kind === 'basic' ? [card.front, card.back, card.quotation] : [card.text, card.blanks];
};

describe('cardToFlashcard', () => {
  it('keeps a blank as a hole, with id, tags and citation', () => {
    expect(cardToFlashcard(CARD, CITATION, PHRASES)).toEqual({
      kind: 'cloze',
      id: 'a',
      text: SENTENCE,
      blanks: CARD.blanks,
      tags: ['article::ellerby', 'kind::cloze', 'type::date'],
      citation: CITATION,
    });
  });

  it('asks who said it, and a teacher’s question', () => {
    expect(sidesOf({ kind: 'speaker' })).toEqual([
      'Who?\n\nEllerby was dug in _____, and from _____ on boats came.',
      '1712',
      SENTENCE,
    ]);
    expect(sidesOf({ kind: 'own', question: 'When?', blanks: [] })).toEqual(['When?', '1712', SENTENCE]);
  });

  it('shows a sentence as it is or altered in every place, by the card’s id', () => {
    const altered = 'Ellerby was dug in 1650, and from 1650 on boats came.';
    expect(sidesOf({ kind: 'altered', id: 'a' })).toEqual([`True?\n\n${SENTENCE}`, 'Yes.', SENTENCE]);
    expect(sidesOf({ kind: 'altered', id: 'b' })).toEqual([
      `True?\n\n${altered}`,
      '1712, not 1650.',
      SENTENCE,
    ]);
  });

  it('lists two events as they stand in the article', () => {
    expect(sidesOf({ kind: 'order', answer: quoted('B', 9), distractors: [quoted('A', 3)] })).toEqual([
      'Which first?\n\n– A\n\n– B',
      'B',
      SENTENCE,
    ]);
  });
});
