import type { Card, QuotedWords } from '../../src/domain/card.ts';

/** A card that blanks `answer` in the sentence number `at` of an article made for the test, 100 characters a sentence. */
export function makeCard(
  at: number,
  {
    distractors = ['Iris', 'Oda', 'Bran'],
    ...change
  }: Partial<Omit<Card, 'distractors'>> & { readonly distractors?: readonly string[] } = {},
): Card {
  const start = at * 100;
  const name = `Name${at}`;
  const sentence = `${name} lit the kiln in the winter of year ${at}.`;
  return {
    id: `card-${at}`,
    kind: 'cloze',
    quotation: quote(sentence, start),
    before: '',
    after: '',
    answer: quote(name, start),
    type: 'person',
    blanks: [{ start: 0, end: name.length }],
    distractors: distractors.map((text, index) => quote(text, 50_000 + index * 100)),
    worth: 0.5,
    ...change,
  };
}

/** A card on the sentences number `at` and, later, `at + 1`. */
export function makeOrderCard(at: number): Card {
  const { quotation, before, after, answer, blanks } = makeCard(at + 1);
  const later = { quotation, before, after, answer, blanks };
  return makeCard(at, { id: `order-${at}`, kind: 'order', type: 'date', distractors: [], later });
}

export function quote(text: string, start: number): QuotedWords {
  return { articleId: 'kiln', paragraph: 1, start, end: start + text.length, text };
}
