import { paragraphsOf } from '../domain/article.ts';
import type { Article, ParagraphBlock } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';
import type { QuoteChange, QuoteCheck } from '../domain/quote-check.ts';
import type { Excerpt } from '../domain/reply.ts';
import type { Retriever } from '../domain/retriever.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import { quoteSpan } from '../text/cite-excerpt.ts';
import { foldMarks, readWords } from '../text/read-words.ts';
import type { Word } from '../text/read-words.ts';
import { alignWords, isSame } from './align-words.ts';
import type { Alignment, WordPair } from './align-words.ts';

/** Fewer words stand anywhere. */
const MIN_WORDS = 3;

/** The share of the claimed words that has to stand there for the rest to be called changed. */
const MIN_SAME = 0.6;

/** The longest words of a claim, which stand in the fewest paragraphs. */
const SOUGHT = 4;

/** Passages by their words among which an altered quotation is looked for. */
const CANDIDATES = 20;

/** A paragraph of an article: a quotation lies inside one. */
export interface Place {
  readonly article: Article;
  readonly paragraph: ParagraphBlock;
}

/** What somebody quotes. */
interface Claim {
  readonly text: string;
  readonly words: readonly Word[];
}

/** What a check needs: no model among it. */
export interface CheckQuoteParts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly retriever: Pick<Retriever, 'alike'>;
}

/** Sets what somebody quotes beside the articles: first letter by letter in all of them, then where its words stand. */
export function createCheckQuote({ articles, retriever }: CheckQuoteParts): Library['checkQuote'] {
  return (text) => {
    const claim = { text, words: readWords(text) };
    if (claim.words.length < MIN_WORDS) return { kind: 'short' };
    const exact = findExact(claim, placesWith(longestOf(claim.words), [...articles.values()]));
    return exact ?? findAltered(claim, nearPlaces());

    function nearPlaces(): readonly Place[] {
      return retriever.alike(text, CANDIDATES).flatMap(({ articleId, paragraphs }) => {
        const article = articles.get(articleId);
        if (!article) return [];
        return paragraphsOf(article)
          .filter(({ number }) => paragraphs.includes(number))
          .map((paragraph) => ({ article, paragraph }));
      });
    }
  };
}

/** The first place that has all of the words in a row; undefined when none has. */
function findExact({ text: claim, words: claimed }: Claim, places: readonly Place[]): QuoteCheck | undefined {
  for (const place of places) {
    const span = findRun(claimed, wordsOf(place));
    if (!span) continue;
    const { text } = place.article;
    const marksDiffer = foldBetween(claim, spanOf(claimed)) !== foldBetween(text, span);
    return { kind: 'exact', excerpt: quote(place, span, [span]), marksDiffer };
  }
  return undefined;
}

/** The place where the fewest words have to be changed, if enough stay. */
function findAltered({ text: claim, words: claimed }: Claim, places: readonly Place[]): QuoteCheck {
  let best: { readonly place: Place; readonly alignment: Alignment } | undefined;
  for (const place of places) {
    const alignment = alignWords(claimed, wordsOf(place));
    if (!best || alignment.distance < best.alignment.distance) best = { place, alignment };
  }
  if (!best || best.alignment.same < Math.max(2, MIN_SAME * claimed.length)) return { kind: 'absent' };
  const { place, alignment } = best;
  const changed = alignment.pairs.filter((pair) => !isSame(pair, pair.claimed === claimed[0]));
  const actual = alignment.pairs.flatMap((pair) => pair.actual ?? []);
  return {
    kind: 'altered',
    excerpt: quote(
      place,
      spanOf(actual),
      changed.flatMap((pair) => pair.actual ?? []),
    ),
    changes: joinChanges(alignment.pairs, { claim, text: place.article.text, first: claimed[0] }),
  };
}

/** Paragraphs with all of those words, as they are written, so that the rest is not read at all. */
function placesWith(words: readonly string[], articles: readonly Article[]): readonly Place[] {
  const hasAll = (text: string) => words.every((word) => text.includes(word));
  return articles
    .filter(({ text }) => hasAll(text))
    .flatMap((article) =>
      paragraphsOf(article)
        .filter(({ start, end }) => hasAll(article.text.slice(start, end)))
        .map((paragraph) => ({ article, paragraph })),
    );
}

/** Of letters and digits without marks, so that every text spells them alike; without the first letter's case. */
function longestOf(words: readonly Word[]): readonly string[] {
  const [first = '', ...others] = words.flatMap(({ form }) => form.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [first.slice(1), ...others]
    .filter((part) => part.normalize('NFD') === part)
    .sort((a, b) => b.length - a.length)
    .slice(0, SOUGHT);
}

/** Offsets into Article.text. */
function wordsOf({ article, paragraph }: Place): readonly Word[] {
  return readWords(article.text.slice(paragraph.start, paragraph.end)).map(({ form, start, end }) => ({
    form,
    start: start + paragraph.start,
    end: end + paragraph.start,
  }));
}

function findRun(claimed: readonly Word[], words: readonly Word[]): Span | undefined {
  for (let from = 0; from + claimed.length <= words.length; from += 1) {
    const run = words.slice(from, from + claimed.length);
    if (run.every((actual, index) => isSame({ claimed: claimed[index], actual }, index === 0)))
      return spanOf(run);
  }
  return undefined;
}

interface Sides {
  readonly claim: string;
  readonly text: string;
  readonly first: Word | undefined;
}

/** Changed words next to each other are one change. */
function joinChanges(pairs: readonly WordPair[], { claim, text, first }: Sides): readonly QuoteChange[] {
  const runs: WordPair[][] = [];
  let run: WordPair[] | undefined;
  for (const pair of pairs) {
    if (isSame(pair, pair.claimed === first)) run = undefined;
    else if (run) run.push(pair);
    else runs.push((run = [pair]));
  }
  return runs.map((change) => ({
    claimed: sliceOf(
      claim,
      change.flatMap((pair) => pair.claimed ?? []),
    ),
    actual: sliceOf(
      text,
      change.flatMap((pair) => pair.actual ?? []),
    ),
  }));
}

function sliceOf(text: string, words: readonly Word[]): string {
  const { start, end } = spanOf(words);
  return text.slice(start, end);
}

/** From the first to the last of them. */
function spanOf(words: readonly Span[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/** Capitals at the beginning are the quoter's. */
function foldBetween(text: string, { start, end }: Span): string {
  const folded = foldMarks(text.slice(start, end));
  return `${folded.slice(0, 1).toLowerCase()}${folded.slice(1)}`;
}

/** The sentences around the span, with the marked words in bold. */
function quote({ article, paragraph }: Place, span: Span, marked: readonly Span[]): Excerpt {
  const touched = paragraph.sentences.filter((sentence) => overlaps(sentence, span));
  const start = touched[0]?.start ?? paragraph.start;
  const end = touched.at(-1)?.end ?? paragraph.end;
  return quoteSpan(article, paragraph.number, { start, end }, { marks: marked });
}
