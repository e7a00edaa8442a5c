import { paragraphsOf } from '../../src/domain/article.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Card, QuotedWords } from '../../src/domain/card.ts';
import type { Library } from '../../src/domain/library.ts';
import { shortHash } from '../../src/text/short-hash.ts';

/** The words where they stand first in the article. */
function wordsIn(article: Article, text: string, from = 0): QuotedWords {
  const start = article.text.indexOf(text, from);
  const paragraph = paragraphsOf(article).find((block) => block.start <= start && start < block.end);
  if (start < 0 || !paragraph) throw new Error(`“${article.title}” does not say “${text}”.`);
  return { articleId: article.id, paragraph: paragraph.number, start, end: start + text.length, text };
}

interface CardWish extends Partial<Pick<Card, 'kind' | 'type' | 'question' | 'worth'>> {
  readonly sentence: string;
  readonly answer: string;
  readonly distractors?: readonly string[];
  readonly swap?: string;
}

/** A card as a person would make it; everything in it stands in the article. */
export function cardOf(
  article: Article,
  { sentence, answer, distractors = [], swap, ...wish }: CardWish,
): Card {
  const quotation = wordsIn(article, sentence);
  const isInside = sentence.includes(answer);
  const words = wordsIn(article, answer, isInside ? quotation.start : 0);
  const offset = words.start - quotation.start;
  const kind = wish.kind ?? 'cloze';
  return {
    id: shortHash(`${kind} ${sentence} ${answer}`),
    kind,
    quotation,
    before: '',
    after: '',
    answer: words,
    type: wish.type ?? 'person',
    blanks: kind === 'cloze' ? [{ start: offset, end: offset + answer.length }] : [],
    distractors: distractors.map((text) => wordsIn(article, text)),
    worth: wish.worth ?? 0.5,
    ...(swap !== undefined && { swap: wordsIn(article, swap) }),
    ...(wish.question !== undefined && { question: wish.question }),
  };
}

/** What came first: the lighthouse was built, and later its lamp burned another oil. */
export function orderCardOf(article: Article): Card {
  const later = cardOf(article, {
    sentence: 'Its lamp burned whale oil until 1871.',
    answer: '1871',
  });
  const { quotation, before, after, answer, blanks } = later;
  return {
    ...cardOf(article, {
      sentence: 'The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne.',
      answer: '1843',
      type: 'date',
    }),
    id: 'order-of-the-light',
    kind: 'order',
    later: { quotation, before, after, answer, blanks },
  };
}

/** Five cards of the article of the double of a library. */
export function lighthouseCards(article: Article): readonly Card[] {
  return [
    cardOf(article, {
      sentence: 'The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne.',
      answer: 'Alva Thorne',
      distractors: ['Ruth Calder', 'Jonas Pell', 'Edwin'],
    }),
    cardOf(article, {
      sentence: 'The bell of Saltmere weighs eighty kilograms.',
      answer: 'Saltmere',
      type: 'place',
      distractors: ['Brannoch Head'],
    }),
    cardOf(article, {
      sentence: 'Its lamp burned whale oil until 1871.',
      answer: '1871',
      type: 'date',
      kind: 'altered',
      swap: '1843',
    }),
    cardOf(article, {
      sentence: 'She wrote in her log that "no ship passed unseen, and none was lost".',
      answer: 'Ruth Calder',
      kind: 'own',
      question: 'Who kept that log?',
      distractors: ['Alva Thorne', 'Edwin'],
    }),
    cardOf(article, {
      sentence: 'Ruth Calder kept the light for thirty-four years.',
      answer: 'thirty-four years',
      type: 'number',
      distractors: ['eighty kilograms', 'forty metres'],
    }),
  ];
}

/** For a bot under test: the lighthouse has cards, and nothing else has. */
export function cardsOfLighthouse(library: Library, articleId: string): Promise<readonly Card[]> {
  const article = library.article(articleId);
  return Promise.resolve(article?.id === 'lighthouse' ? lighthouseCards(article) : []);
}
