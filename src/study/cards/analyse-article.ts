import type { Article, ParagraphBlock } from '../../domain/article.ts';
import { headingOf, paragraphsOf } from '../../domain/article.ts';
import type { Span } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import { leansOnNeighbour, whyUnfit } from './check-sentence.ts';
import type { TaggedWord, Tagger } from './tag-words.ts';

/** A sentence of the article's prose; spans, its words' too, are offsets into Article.text. */
export interface StudySentence extends Span {
  readonly paragraph: number;
  /** Place in its paragraph, counted from 0. */
  readonly place: number;
  readonly heading?: string;
  readonly text: string;
  readonly words: readonly TaggedWord[];
  readonly stems: ReadonlySet<string>;
  /** Why no card is made of it; absent where one may be. */
  readonly unfit?: string;
  /** Whether it needs the sentence before it. */
  readonly leans: boolean;
}

/** An article as cards are made of it. */
export interface StudyText {
  readonly article: Article;
  /** In order. */
  readonly sentences: readonly StudySentence[];
  /** ln(1 + sentences / sentences with the stem); for a stem that no sentence has, that of the rarest. */
  readonly rarity: (stem: string) => number;
  /** In how many sentences the stem stands. */
  readonly frequency: (stem: string) => number;
}

/** Under these nothing is worth learning. */
const BACK_MATTER =
  /^(?:\d+[.)]?\s*)?(?:references?|notes?|footnotes|endnotes|sources?|bibliography|works cited|further reading|see also|external links|acknowledge?ments?|licen[cs]e|copyright|colophon|about (?:this|the) \p{L}+|contents|table of contents|index|credits|contributors?|appendix.*|disclosure|funding|author contributions)$/iu;

/** Only prose and list items that are sentences: headings, captions, rows, references, code and contents are no cards. */
export function analyseArticle(article: Article, tag: Tagger): StudyText {
  const sentences = paragraphsOf(article)
    .filter((paragraph) => paragraph.role === undefined || paragraph.role === 'item')
    .filter((paragraph) => !BACK_MATTER.test((headingOf(article, paragraph) ?? '').trim()))
    .flatMap((paragraph) => readParagraph(article, paragraph, tag));
  const counts = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const frequency = (stem: string): number => counts.get(stem) ?? 0;
  return {
    article,
    sentences,
    frequency,
    rarity: (stem) => Math.log(1 + sentences.length / Math.max(1, frequency(stem))),
  };
}

function readParagraph(article: Article, paragraph: ParagraphBlock, tag: Tagger): readonly StudySentence[] {
  const heading = headingOf(article, paragraph);
  return paragraph.sentences.map(({ start, end }, place) => {
    const text = article.text.slice(start, end);
    const words = tag(text).map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
    const unfit = whyUnfit(text, words);
    return {
      start,
      end,
      paragraph: paragraph.number,
      place,
      text,
      words,
      stems: new Set(analyseTerms(text).map(({ stem }) => stem)),
      leans: leansOnNeighbour(text, words),
      ...(heading === undefined ? {} : { heading }),
      ...(unfit === undefined ? {} : { unfit }),
    };
  });
}
