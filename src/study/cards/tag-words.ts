import type { Span } from '../../domain/span.ts';

/** A word with what compromise takes it for, such as `Noun`, `Person`, `City` or `PastTense`. */
export interface TaggedWord extends Span {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
}

/** Tags the words of a text, in order; offsets are into the text. */
export type Tagger = (text: string) => readonly TaggedWord[];

interface TaggedTerm {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

/** Loads compromise (English, 2.5 MB of rules and words, 0.2 s) when it is first needed. */
export async function loadTagger(): Promise<Tagger> {
  const { default: nlp } = await import('compromise');
  return (text) => {
    const sentences = nlp(text).json({ offset: true, terms: { offset: true, tags: true } }) as readonly {
      readonly terms: readonly TaggedTerm[];
    }[];
    return sentences.flatMap(({ terms }) =>
      terms.map(({ text: word, tags, offset: { start, length } }) => ({
        text: word,
        tags: new Set(tags),
        start,
        end: start + length,
      })),
    );
  };
}
