import { paragraphsOf } from '../../domain/article.ts';
import type { Article, ParagraphBlock, ParagraphRole } from '../../domain/article.ts';
import type { Portion } from '../../domain/reading.ts';
import { shortHash } from '../../text/short-hash.ts';

/** Not for reading. */
const SKIPPED: ReadonlySet<ParagraphRole | undefined> = new Set(['contents', 'reference']);
/** Characters of an item, a row or the like that comes along with the paragraph before it. */
const SHORT = 200;
/** Paragraphs of a portion with those that come along. */
const MOST = 12;

/** What is read next. */
export interface PlannedPortion {
  /** At least one. */
  readonly paragraphs: readonly ParagraphBlock[];
  /** How many portions there are from this one on. */
  readonly left: number;
}

/**
 * The portion after those; undefined when there is nothing left. In an article that was changed it goes on after the last
 * paragraph, of those that were read, which still stands there; where none does, at the same number.
 */
export function planPortion(
  article: Article,
  read: readonly Portion[],
  perDay: number,
): PlannedPortion | undefined {
  const rest = paragraphsOf(article).filter(isReadable);
  const after = lastRead(article, read);
  const remaining = rest.filter(({ number }) => number > after);
  const portions = divide(remaining, perDay);
  const [next] = portions;
  return next && { paragraphs: next, left: portions.length };
}

/** Whether it is prose, or what goes with it. */
export function isReadable({ role }: ParagraphBlock): boolean {
  return !SKIPPED.has(role);
}

/** What a portion keeps of its paragraphs. */
export function hashParagraphs(article: Article, paragraphs: readonly ParagraphBlock[]): readonly string[] {
  return paragraphs.map(({ start, end }) => shortHash(article.text.slice(start, end)));
}

/** The number of the paragraph to go on after. */
function lastRead(article: Article, read: readonly Portion[]): number {
  const last = read.at(-1);
  if (!last) return 0;
  const hashes = hashParagraphs(article, paragraphsOf(article));
  // Newest first, as far as they are kept.
  const wanted = read.flatMap((portion) => portion.hashes).reverse();
  for (const [index, hash] of wanted.entries()) {
    const before = wanted.slice(index);
    const same = hashes.flatMap((other, at) => (other === hash ? [at] : []));
    const alike = same.map((at) => ({
      number: at + 1,
      // Of several that are alike, that which stands after the same paragraphs, and then the nearest.
      shared: lengthOf(before, (hashBefore, distance) => hashes[at - distance] === hashBefore),
    }));
    const [best] = alike.sort(
      (a, b) => b.shared - a.shared || Math.abs(a.number - last.to) - Math.abs(b.number - last.to),
    );
    if (best) return best.number;
  }
  return last.to;
}

/** How many at the beginning are as they have to be. */
function lengthOf<T>(list: readonly T[], isSo: (item: T, index: number) => boolean): number {
  const end = list.findIndex((item, index) => !isSo(item, index));
  return end === -1 ? list.length : end;
}

function divide(
  paragraphs: readonly ParagraphBlock[],
  perDay: number,
): readonly (readonly ParagraphBlock[])[] {
  const portions: ParagraphBlock[][] = [];
  let counted = 0;
  for (const paragraph of paragraphs) {
    const portion = portions.at(-1);
    const counts = !comesAlong(paragraph);
    if (!portion || (counts && counted === perDay) || portion.length === MOST) {
      portions.push([paragraph]);
      counted = counts ? 1 : 0;
    } else {
      portion.push(paragraph);
      counted += counts ? 1 : 0;
    }
  }
  return portions;
}

function comesAlong({ role, start, end }: ParagraphBlock): boolean {
  return role !== undefined && end - start <= SHORT;
}
