import { LRUCache } from 'lru-cache';
import type { Span } from '../../domain/span.ts';
import type { ModelProfile } from './model-profiles.ts';

/** Token ids with the characters that each stands for. */
export interface TokenisedText {
  readonly ids: readonly number[];
  /** Offsets into the text; the tokens of one word share the word's span. */
  readonly spans: readonly Span[];
}

/** BERT's basic tokenizer: runs of letters, digits and marks; every other character alone. */
const WORDPIECE_WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const SENTENCEPIECE_WORD = /\S+/g;
const CACHED_WORDS = 50_000;

/**
 * Tokenises word by word. The tokenizers keep no offsets, but both kinds cut at these places anyway,
 * so the ids are those of the whole text, and each token's place is known.
 */
export function createWordTokeniser(
  encodeWord: (word: string) => readonly number[],
  kind: ModelProfile['tokenizer'],
): (text: string) => TokenisedText {
  const cache = new LRUCache<string, readonly number[]>({ max: CACHED_WORDS });
  const pattern = kind === 'wordpiece' ? WORDPIECE_WORD : SENTENCEPIECE_WORD;
  return (text) => {
    const ids: number[] = [];
    const spans: Span[] = [];
    for (const match of text.matchAll(pattern)) {
      const word = match[0];
      let pieces = cache.get(word);
      if (!pieces) {
        pieces = encodeWord(word);
        cache.set(word, pieces);
      }
      const span = { start: match.index, end: match.index + word.length };
      for (const id of pieces) {
        ids.push(id);
        spans.push(span);
      }
    }
    return { ids, spans };
  };
}
