import { diffArrays } from 'diff';
import type { Span } from '../domain/span.ts';
import { readWords } from '../text/read-words.ts';
import type { Word } from '../text/read-words.ts';

/** Two huge paragraphs are not worth more. Milliseconds. */
const TIMEOUT_MS = 250;

/** A part of a text. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** Words as offsets into the texts that they are of. */
export interface WordChanges {
  /** Of the former text. */
  readonly removed: readonly Span[];
  /** Of the latter. */
  readonly added: readonly Span[];
  readonly kept: readonly { readonly from: Span; readonly to: Span }[];
}

/** Which words the latter part has lost, won and kept. Capitals and accents count; kinds of dashes do not. */
export function compareWords(former: Part, latter: Part): WordChanges {
  const [from, to] = [wordsOf(former), wordsOf(latter)];
  const changes = diffArrays(
    from.map(({ form }) => form),
    to.map(({ form }) => form),
    { timeout: TIMEOUT_MS },
  );
  if (!changes) return { removed: from, added: to, kept: [] };
  const removed: Span[] = [];
  const added: Span[] = [];
  const kept: { readonly from: Span; readonly to: Span }[] = [];
  let [atFrom, atTo] = [0, 0];
  for (const change of changes) {
    const left = change.added ? [] : from.slice(atFrom, (atFrom += change.count));
    const right = change.removed ? [] : to.slice(atTo, (atTo += change.count));
    if (change.removed) removed.push(...left);
    else if (change.added) added.push(...right);
    else
      left.forEach((word, index) => {
        const other = right[index];
        if (other) kept.push({ from: word, to: other });
      });
  }
  return { removed, added, kept };
}

function wordsOf({ text, span }: Part): readonly Word[] {
  return readWords(text.slice(span.start, span.end)).map(({ form, start, end }) => ({
    form,
    start: start + span.start,
    end: end + span.start,
  }));
}
