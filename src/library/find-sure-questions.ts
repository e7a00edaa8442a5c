import { paragraphsOf } from '../domain/article.ts';
import type { Article } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';

export interface SureQuestionOptions {
  /** Questions wanted. */
  readonly limit: number;
  /** Questions asked at most: each takes as long as an answer. */
  readonly tries: number;
  /** Asked before each question: true ends the search. */
  readonly isOver?: () => boolean;
}

/** Characters of a question: three of them fit on the screen of a phone. */
const MAX_LENGTH = 90;

/** Articles that are read for it, and questions of a kind that are made of one: a large corpus has enough in a few. */
const ARTICLES = 12;
const OF_A_KIND = 10;

/**
 * Questions that these articles answer for sure, each from another paragraph: made of their headings, names and
 * plainest sentences, and kept only when asking them gives a sure answer.
 */
export async function findSureQuestions(
  library: Pick<Library, 'ask' | 'sources'>,
  { limit, tries, isOver = () => false }: SureQuestionOptions,
): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const question of makeQuestions(library).slice(0, tries)) {
    if (found.size >= limit || isOver()) break;
    const { reply } = await library.ask(question);
    if (reply.kind !== 'answer' || reply.confidence !== 'strong') continue;
    const [{ articleId, paragraph }] = reply.excerpts;
    const place = `${articleId} ${paragraph}`;
    if (!found.has(place)) found.set(place, question);
  }
  return [...found.values()];
}

/** The kinds in turn, so that the first few are not all alike. */
function makeQuestions({ sources }: Pick<Library, 'sources'>): readonly string[] {
  const articles = sources()
    .entries.slice(0, ARTICLES)
    .map(({ article }) => article);
  const kinds = [whenQuestions, whoQuestions, numberQuestions, headingQuestions].map((make) =>
    articles.flatMap((article) => make(article).slice(0, OF_A_KIND)),
  );
  const longest = Math.max(...kinds.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, index) =>
    kinds.flatMap((kind) => kind.slice(index, index + 1)),
  );
  return [...new Set(inTurn.flat())].filter((question) => question.length <= MAX_LENGTH);
}

const HAPPENED =
  /(?:^|\. )(The [^,.;:()“”"]{3,60}?|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) was (?:first )?(\p{Ll}+(?:ed|ten|wn|lt|ld)|founded|born|begun|made) [^.]*\b(?:1\d|20)\d{2}\b/gu;

/** 'The treaty was signed in June 2024' → 'When was the treaty signed?' */
function whenQuestions(article: Article): readonly string[] {
  return sentencesOf(article).flatMap((sentence) =>
    [...sentence.matchAll(HAPPENED)].map(([, what = '', done = '']) => `When was ${lowerThe(what)} ${done}?`),
  );
}

const IS_SOMEBODY =
  /^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){1,3}) (?:is|was) (?:an? |the )?(?:\p{Ll}+ ){0,4}\p{Ll}+/u;

/** 'Ada Moor was the keeper of …' → 'Who was Ada Moor?' */
function whoQuestions(article: Article): readonly string[] {
  return sentencesOf(article).flatMap((sentence) => {
    const [, name] = IS_SOMEBODY.exec(sentence) ?? [];
    return name === undefined ? [] : [`Who is ${name}?`];
  });
}

const HOW_MANY =
  /^(.{3,40}?) (has|have|had) (\p{Ll}+) (?:[^,.;]{0,30}?)(?:more than |about |some )?\d[\d,]* (\p{Ll}+s)\b/u;

/** 'The club has sold 1,200 tickets' → 'How many tickets has the club sold?' */
function numberQuestions(article: Article): readonly string[] {
  return sentencesOf(article).flatMap((sentence) => {
    const [, who, has, done, things] = HOW_MANY.exec(sentence) ?? [];
    return who === undefined ? [] : [`How many ${things ?? ''} ${has ?? ''} ${lowerThe(who)} ${done ?? ''}?`];
  });
}

/** A heading that asks is mostly answered below it; of any other, what it is can be asked. */
function headingQuestions(article: Article): readonly string[] {
  return article.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .map((heading) => (heading.endsWith('?') ? heading : `What is ${lowerThe(heading)}?`));
}

function sentencesOf(article: Article): readonly string[] {
  return paragraphsOf(article).flatMap(({ sentences }) =>
    sentences.map(({ start, end }) => article.text.slice(start, end)),
  );
}

function lowerThe(words: string): string {
  return words.replace(/^(?:The|An?|Its?) /u, (article) => article.toLowerCase());
}
