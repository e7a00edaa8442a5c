import type { Span } from '../span.ts';

/** A run of sentences of one paragraph, with the title of the article that it is from. */
export interface ReaderWindow {
  readonly title: string;
  readonly text: string;
}

/** What the reader makes of one window; scores are logits: they compare within one model only. */
export interface WindowReading {
  /** Words of the window as offsets into its text, in order; the pieces of one word share its span. */
  readonly tokens: readonly Span[];
  /** How well the answer would begin at each token. */
  readonly starts: Float32Array;
  /** How well the answer would end at each token. */
  readonly ends: Float32Array;
  /** Start and end score of 'no answer here', added. */
  readonly nullScore: number;
}

/** Points at the answer's first and last word, or at nothing. It chooses; it never writes. */
export interface Reader {
  /** Name of the model, and SHA-256 (hex) of its weights. */
  readonly identity: { readonly id: string; readonly revision: string };
  /** Tokens of a window's text that are read beside this question and title; what is over is cut. */
  readonly roomFor: (question: string, title: string) => number;
  /** Tokens of the text without special tokens. */
  readonly countTokens: (text: string) => number;
  /** One reading for each window, in their order; none hangs on the others. */
  read(question: string, windows: readonly ReaderWindow[]): Promise<readonly WindowReading[]>;
}
