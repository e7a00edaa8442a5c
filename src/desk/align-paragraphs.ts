import { diffArrays } from 'diff';
import type { Article, ParagraphBlock } from '../domain/article.ts';
import { paragraphsOf } from '../domain/article.ts';
import { readWords } from '../text/read-words.ts';

/** A paragraph of the older edition beside that of the newer one; absent where the other side has none. */
export interface AlignedParagraph {
  readonly kind: 'same' | 'moved' | 'changed' | 'removed' | 'added';
  readonly from?: ParagraphBlock;
  readonly to?: ParagraphBlock;
}

/** The share of words that two paragraphs must have in common to be one that was changed. */
const ALIKE = 0.5;
/** Pairs of paragraphs that are compared by their words in one run of changes; beyond, none is called changed. */
const MOST_COMPARED = 10_000;
/** Two large texts without much in common are not worth more. Milliseconds. */
const TIMEOUT_MS = 1000;

/** Lays the paragraphs of two editions side by side, each once, in the order of the newer one as far as there is one. */
export function alignParagraphs(older: Article, newer: Article): readonly AlignedParagraph[] {
  const [from, to] = [sidesOf(older), sidesOf(newer)];
  const changes = diffArrays([...from], [...to], {
    comparator: (left, right) => left.text === right.text,
    timeout: TIMEOUT_MS,
  }) ?? [
    { removed: true, added: false, value: from, count: from.length },
    { removed: false, added: true, value: to, count: to.length },
  ];
  const aligned: AlignedParagraph[] = [];
  let [atFrom, atTo] = [0, 0];
  let gone: readonly Side[] = [];
  let came: readonly Side[] = [];
  const settle = (): void => {
    aligned.push(...pairUp(gone, came));
    [gone, came] = [[], []];
  };
  for (const { removed, added, count } of changes) {
    const left = added ? [] : from.slice(atFrom, (atFrom += count));
    const right = removed ? [] : to.slice(atTo, (atTo += count));
    if (removed) gone = [...gone, ...left];
    else if (added) came = [...came, ...right];
    else {
      settle();
      aligned.push(...left.map((side, index) => pair('same', side, right[index])));
    }
  }
  settle();
  return findMoves(aligned, older, newer);
}

/** A paragraph with its text. */
interface Side {
  readonly block: ParagraphBlock;
  readonly text: string;
}

function sidesOf(article: Article): Side[] {
  return paragraphsOf(article).map((block) => ({ block, text: textOf(article, block) }));
}

function textOf({ text }: Article, { start, end }: ParagraphBlock): string {
  return text.slice(start, end);
}

function pair(kind: AlignedParagraph['kind'], from?: Side, to?: Side): AlignedParagraph {
  return {
    kind,
    ...(from === undefined ? {} : { from: from.block }),
    ...(to === undefined ? {} : { to: to.block }),
  };
}

/** Between two paragraphs that stayed: in their order, so that together the pairs have the most words in common. */
function pairUp(gone: readonly Side[], came: readonly Side[]): readonly AlignedParagraph[] {
  if (gone.length * came.length === 0 || gone.length * came.length > MOST_COMPARED)
    return [
      ...gone.map((side) => pair('removed', side)),
      ...came.map((side) => pair('added', undefined, side)),
    ];
  const likeness = compareAll(gone, came);
  const width = came.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = 1; i <= gone.length; i += 1)
    for (let j = 1; j < width; j += 1)
      best[i * width + j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + likeness(i - 1, j - 1));
  const pairs: AlignedParagraph[] = [];
  let [i, j] = [gone.length, came.length];
  while (i > 0 || j > 0) {
    const alike = i > 0 && j > 0 ? likeness(i - 1, j - 1) : 0;
    if (alike > 0 && at(i, j) === at(i - 1, j - 1) + alike) {
      i -= 1;
      j -= 1;
      pairs.push(pair('changed', gone[i], came[j]));
    } else if (j > 0 && at(i, j) === at(i, j - 1)) {
      j -= 1;
      pairs.push(pair('added', undefined, came[j]));
    } else {
      i -= 1;
      pairs.push(pair('removed', gone[i]));
    }
  }
  return pairs.reverse();
}

/** The share of words in common, in [ALIKE, 1], or 0 where they are not alike. */
function compareAll(gone: readonly Side[], came: readonly Side[]): (i: number, j: number) => number {
  const [left, right] = [gone.map(countForms), came.map(countForms)];
  return (i, j) => {
    const [one, other] = [left[i], right[j]];
    if (!one || !other) return 0;
    let common = 0;
    for (const [form, count] of one.forms) common += Math.min(count, other.forms.get(form) ?? 0);
    const share = (2 * common) / Math.max(1, one.words + other.words);
    return share >= ALIKE ? share : 0;
  };
}

interface Forms {
  readonly words: number;
  readonly forms: ReadonlyMap<string, number>;
}

function countForms({ text }: Side): Forms {
  const forms = new Map<string, number>();
  const words = readWords(text);
  for (const { form } of words) forms.set(form, (forms.get(form) ?? 0) + 1);
  return { words: words.length, forms };
}

/** A paragraph that went from one place and came at another, where there is no doubt which. */
function findMoves(
  aligned: readonly AlignedParagraph[],
  older: Article,
  newer: Article,
): readonly AlignedParagraph[] {
  const places = new Map<string, { gone: AlignedParagraph[]; came: AlignedParagraph[] }>();
  for (const one of aligned) {
    const text = one.from ? textOf(older, one.from) : one.to ? textOf(newer, one.to) : '';
    const place = places.get(text) ?? { gone: [], came: [] };
    if (one.kind === 'removed') place.gone.push(one);
    else if (one.kind === 'added') place.came.push(one);
    else continue;
    places.set(text, place);
  }
  const moves = new Map<AlignedParagraph, AlignedParagraph>();
  for (const { gone, came } of places.values()) {
    const [[left], [right]] = [gone, came];
    if (left && right && gone.length === 1 && came.length === 1) moves.set(left, right);
  }
  const movedTo = new Set(moves.values());
  return aligned.flatMap((one): readonly AlignedParagraph[] => {
    if (movedTo.has(one)) return [];
    const target = moves.get(one);
    return [target ? { ...one, ...target, kind: 'moved' } : one];
  });
}
