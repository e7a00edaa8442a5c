import { meanPool, quantiseTokens } from '../../src/adapters/model/quantise-tokens.ts';
import type { Embedder, ModelIdentity, TextEncoding } from '../../src/domain/ports/embedder.ts';
import type { Span } from '../../src/domain/span.ts';
import { createRandom } from '../../src/domain/seeded-random.ts';

export interface HashEmbedderOptions {
  /** Another identity, to stand for another model. */
  readonly identity?: Partial<ModelIdentity>;
  /** Called with every passage that is encoded. */
  readonly onPassage?: (text: string) => void;
}

const DIMENSIONS = 64;
/** Longer words are several tokens, as they are to a real tokenizer. */
const PIECE_CHARACTERS = 6;
const MAX_TOKENS = 512;

/**
 * A bag of words: every piece of a word has a fixed pseudo-random direction, whatever stands around it.
 * The same text always gives the same vectors, and texts that share words are closer than others.
 */
export function createHashEmbedder(options: HashEmbedderOptions = {}): Embedder {
  const encode = (text: string, spans: readonly Span[]): Promise<TextEncoding> => {
    const tokens = tokenise(text).slice(0, MAX_TOKENS);
    const rows = tokens.map(({ piece }) => direction(piece));
    const tokenSpans = tokens.map(({ span }) => span);
    const pool = (within: Span): Float32Array =>
      meanPool(
        rows.filter((_, i) => {
          const span = tokenSpans[i];
          return span !== undefined && span.start >= within.start && span.end <= within.end;
        }),
        DIMENSIONS,
      );
    // A real model has its special tokens, so that even a text without words has a vector.
    const whole = meanPool([...rows, direction('[CLS]').map((value) => value / 100)], DIMENSIONS);
    return Promise.resolve({
      vector: whole,
      tokens: quantiseTokens(rows, tokenSpans, DIMENSIONS),
      spanVectors: spans.map(pool),
    });
  };
  return {
    identity: {
      id: 'hash',
      revision: 'a'.repeat(64),
      dimensions: DIMENSIONS,
      pooling: 'mean',
      ...options.identity,
    },
    maxTokens: MAX_TOKENS,
    countTokens: (text) => tokenise(text).length,
    encodePassage(text, spans) {
      options.onPassage?.(text);
      return encode(text, spans);
    },
    encodeQuestion: (text) => encode(text, []),
  };
}

interface Token {
  readonly piece: string;
  /** Of the whole word: its pieces share it. */
  readonly span: Span;
}

function tokenise(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}]/gu)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const letters = Array.from(match[0].toLowerCase());
    const pieces: Token[] = [];
    for (let at = 0; at < letters.length; at += PIECE_CHARACTERS) {
      pieces.push({ piece: letters.slice(at, at + PIECE_CHARACTERS).join(''), span });
    }
    return pieces;
  });
}

const directions = new Map<string, Float32Array>();

function direction(piece: string): Float32Array {
  let row = directions.get(piece);
  if (!row) {
    let seed = 0x811c9dc5;
    for (const character of piece) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
    const random = createRandom(seed);
    row = Float32Array.from({ length: DIMENSIONS }, () => random() * 2 - 1);
    directions.set(piece, row);
  }
  return row;
}
