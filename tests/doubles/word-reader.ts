import { createWordTokeniser } from '../../src/adapters/model/tokenise-words.ts';
import type { Reader, ReaderWindow, WindowReading } from '../../src/domain/ports/reader.ts';
import type { Span } from '../../src/domain/span.ts';

export interface WordReaderOptions {
  /** Called with every batch that is read. */
  readonly onRead?: (question: string, windows: readonly ReaderWindow[]) => void;
}

/** As the trained reader has it. */
const MAX_TOKENS = 120;
/** Longer words are several tokens, as they are to a real tokenizer. */
const PIECE_CHARACTERS = 6;
/** Start or end score of a token where no answer begins or ends: so low that a thousand of them add nothing to one that does. */
const NOWHERE = -100;

/**
 * Points at words that it was told are answers, whatever is asked: `{ 'Edda Moor': 8 }` gives these words a margin
 * of 8 wherever they stand. Everything else has a margin below -180.
 */
export function createWordReader(
  answers: Readonly<Record<string, number>>,
  { onRead }: WordReaderOptions = {},
): Reader {
  const count = (text: string): number => tokenise(text).ids.length;
  const roomFor = (question: string, title: string): number =>
    MAX_TOKENS - 3 - Math.min(count(question), 40) - Math.min(count(title), 14);
  return {
    identity: { id: 'words', revision: 'b'.repeat(64) },
    roomFor,
    countTokens: count,
    read(question, windows) {
      onRead?.(question, windows);
      return Promise.resolve(
        windows.map((window) => {
          return readWords(window.text, roomFor(question, window.title), answers);
        }),
      );
    },
  };
}

const tokenise = createWordTokeniser(
  (word) => Array.from({ length: Math.ceil(word.length / PIECE_CHARACTERS) }, (_, i) => i),
  'wordpiece',
);

function readWords(text: string, room: number, answers: Readonly<Record<string, number>>): WindowReading {
  const tokens = tokenise(text).spans.slice(0, room);
  const [starts, ends] = [scores(tokens), scores(tokens)];
  for (const [words, margin] of Object.entries(answers)) {
    const at = text.indexOf(words);
    const first = tokens.findIndex(({ start }) => start === at);
    const last = tokens.findLastIndex(({ end }) => end === at + words.length);
    if (at < 0 || first < 0 || last < 0) continue;
    starts[first] = margin / 2;
    ends[last] = margin / 2;
  }
  return { tokens, starts, ends, nullScore: 0 };
}

function scores(tokens: readonly Span[]): Float32Array {
  return new Float32Array(tokens.length).fill(NOWHERE);
}
