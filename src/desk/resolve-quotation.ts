import type { Article, ParagraphBlock } from '../domain/article.ts';
import { findParagraph, paragraphsOf } from '../domain/article.ts';
import type { Edition, QuotationState, QuotedPlace } from '../domain/edition.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import { quoteSpan } from '../text/cite-excerpt.ts';
import { readWords } from '../text/read-words.ts';
import { shortHash } from '../text/short-hash.ts';
import { alignParagraphs } from './align-paragraphs.ts';
import { compareWords } from './compare-words.ts';

/** Shorter sentences, such as 'He agreed.', may stand in any paragraph and mean something else there. Words. */
const TELLING = 6;

/** The share of a quotation's words that has to be left for the sentences around them to be what it has become. */
const LEFT = 0.5;

/** What there is of an article. */
export interface Editions {
  readonly current: Article;
  /** The latest first. */
  readonly former: readonly Edition[];
}

/**
 * What has become of a quotation: it is of the edition that has its words at its place, and of no other. Where its
 * sentences stand now is only said where they stand unchanged, in what its paragraph has become or, where they say
 * enough to be told by, nowhere else.
 */
export function resolveQuotation(quote: QuotedPlace, { current, former }: Editions): QuotationState {
  if (hasQuote(current, quote))
    return { kind: 'current', quoted: quoteSpan(current, quote.paragraph, quote) };
  const edition = former.find(({ article }) => hasQuote(article, quote));
  const source = edition && findParagraph(edition.article, quote.paragraph);
  if (!source) return { kind: 'unknown' };
  const { article, replacedAt } = edition;
  const aligned = alignParagraphs(article, current).find(({ from }) => from === source);
  const sentences = sentencesAround(source, quote);
  const place = findUnchanged({ article, sentences, current, target: aligned?.to });
  if (place) {
    const start = place.start + quote.start - sentences.start;
    const now = quoteSpan(current, place.paragraph, { start, end: start + quote.end - quote.start });
    return { kind: 'stands', quoted: quoteSpan(article, quote.paragraph, quote), now, replacedAt };
  }
  return {
    kind: 'changed',
    replacedAt,
    ...markChanges({ article, quote, source, current, target: aligned?.to }),
  };
}

function hasQuote(article: Article, { paragraph, start, end, hash }: QuotedPlace): boolean {
  const block = findParagraph(article, paragraph);
  if (!block || start < block.start || end > block.end || start >= end) return false;
  return shortHash(article.text.slice(start, end)) === hash;
}

/** From the start of the first to the end of the last sentence that the span touches. */
function sentencesAround({ sentences, start, end }: ParagraphBlock, span: Span): Span {
  const touched = sentences.filter((sentence) => overlaps(sentence, span));
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
}

interface Search {
  readonly article: Article;
  readonly sentences: Span;
  readonly current: Article;
  /** What the paragraph has become. */
  readonly target: ParagraphBlock | undefined;
}

interface Place {
  readonly paragraph: number;
  readonly start: number;
}

function findUnchanged({ article, sentences, current, target }: Search): Place | undefined {
  const text = article.text.slice(sentences.start, sentences.end);
  const [inTarget] = target ? placesIn(current, target, text) : [];
  if (inTarget) return inTarget;
  if (readWords(text).length < TELLING) return undefined;
  const places = (where: Article): readonly Place[] =>
    where.text.includes(text) ? paragraphsOf(where).flatMap((block) => placesIn(where, block, text)) : [];
  const [only, ...others] = places(current);
  return others.length === 0 && places(article).length === 1 ? only : undefined;
}

/** Where whole sentences of the paragraph are that text. */
function placesIn(article: Article, { number, sentences }: ParagraphBlock, text: string): readonly Place[] {
  const ends = new Set(sentences.map(({ end }) => end));
  return sentences
    .filter(({ start }) => article.text.startsWith(text, start) && ends.has(start + text.length))
    .map(({ start }) => ({ paragraph: number, start }));
}

interface Comparison extends Omit<Search, 'sentences'> {
  readonly quote: QuotedPlace;
  readonly source: ParagraphBlock;
}

/** The words that went and came, in the quotation and in the sentences that stand where it stood. */
function markChanges({
  article,
  quote,
  source,
  current,
  target,
}: Comparison): Pick<Extract<QuotationState, { kind: 'changed' }>, 'quoted' | 'now'> {
  const words = wordsIn(article, quote);
  const whole = quoteSpan(article, quote.paragraph, quote, { marks: words });
  if (!target) return { quoted: whole };
  const { removed, added, kept } = compareWords(
    { text: article.text, span: source },
    { text: current.text, span: target },
  );
  const stayed = kept.filter(({ from }) => overlaps(from, quote)).map(({ to }) => to);
  const [first, last] = [stayed[0], stayed.at(-1)];
  if (!first || !last || stayed.length < LEFT * words.length) return { quoted: whole };
  const now = sentencesAround(target, { start: first.start, end: last.end });
  const inside = (span: Span, words: readonly Span[]): readonly Span[] =>
    words.filter(({ start, end }) => start >= span.start && end <= span.end);
  return {
    quoted: quoteSpan(article, quote.paragraph, quote, { marks: inside(quote, removed) }),
    now: quoteSpan(current, target.number, now, { marks: inside(now, added) }),
  };
}

function wordsIn({ text }: Article, { start, end }: Span): readonly Span[] {
  return readWords(text.slice(start, end)).map((word) => ({
    start: word.start + start,
    end: word.end + start,
  }));
}
