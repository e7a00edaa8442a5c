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
interface Lettered {
  readonly letter: string;
  readonly date: string;
}
const PHRASES = {
  speaker: 'Who?',
  order: 'Which first?',
  cameFirst: (first: Lettered, then: Lettered) =>
    `${first.letter} ${first.date}, ${then.letter} ${then.date}.`,
  altered: 'True?',
  wasTrue: 'Yes.',
  wasAltered: (answer: string, swap: string) => `${answer}, not ${swap}.`,
};
const CITATION = { plain: 'Ellerby, ¶ 1', markdown: 'Ellerby, ¶ 1' };
const cite = (paragraph: number) => ({
  plain: `Ellerby, ¶ ${paragraph}`,
  markdown: `Ellerby, ¶ ${paragraph}`,
});
const sidesOf = (parts: Partial<Card>): unknown => {
  const card = cardToFlashcard({ ...CARD, ...parts }, cite, PHRASES);
  return card.kind === 'basic' ? [card.front, card.back, card.quotation] : [card.text, card.blanks];
};

describe('cardToFlashcard', () => {
  it('keeps a blank as a hole, with id, tags and citation', () => {
    expect(cardToFlashcard(CARD, cite, PHRASES)).toEqual({
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

  it('asks which of two events came first, and has both with their places behind it', () => {
    const lit = 'Its lamp was lit in 1801.';
    const later = {
      quotation: { ...quoted(lit, 60), paragraph: 4 },
      before: '',
      after: '',
      answer: { ...quoted('1801', 80), paragraph: 4 },
      blanks: [spanOf(lit, '1801')],
    };
    const [dug, light] = [
      'Ellerby was dug in _____, and from _____ on boats came.',
      'Its lamp was lit in _____.',
    ];
    const both = `${SENTENCE}\n\n${lit}`;
    expect(sidesOf({ kind: 'order', later, id: 'b' })).toEqual([
      `Which first?\n\nA: ${dug}\n\nB: ${light}`,
      'A 1712, B 1801.',
      both,
    ]);
    expect(sidesOf({ kind: 'order', later, id: 'a' })).toEqual([
      `Which first?\n\nA: ${light}\n\nB: ${dug}`,
      'B 1712, A 1801.',
      both,
    ]);
    expect(cardToFlashcard({ ...CARD, kind: 'order', later }, cite, PHRASES).citation).toEqual({
      plain: 'Ellerby, ¶ 1\nEllerby, ¶ 4',
      markdown: 'Ellerby, ¶ 1\n\nEllerby, ¶ 4',
    });
  });
});
