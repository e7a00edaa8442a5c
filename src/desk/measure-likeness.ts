import type { ParagraphBlock } from '../domain/article.ts';
import { readWords } from '../text/read-words.ts';

/** A paragraph of an edition with its text. */
export interface Side {
  readonly block: ParagraphBlock;
  readonly text: string;
}

/** Pairs of paragraphs that are compared; more are not worth the time. */
const MOST_COMPARED = 10_000;

/**
 * The share of words that the i-th of the ones and the j-th of the others have in common, in [0, 1]; undefined where
 * there are too many to compare.
 */
export function measureLikeness(
  ones: readonly Side[],
  others: readonly Side[],
): ((i: number, j: number) => number) | undefined {
  if (ones.length * others.length > MOST_COMPARED) return undefined;
  const [left, right] = [ones.map(countForms), others.map(countForms)];
  return (i, j) => {
    const [one, other] = [left[i], right[j]];
    if (!one || !other) return 0;
    let common = 0;
    for (const [form, count] of one.forms) common += Math.min(count, other.forms.get(form) ?? 0);
    return (2 * common) / Math.max(1, one.words + other.words);
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
