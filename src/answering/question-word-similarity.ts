import type { TokenMatrix } from '../domain/ports/embedder.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import { tokenCosines } from './late-interaction.ts';

export interface NearnessInput {
  /** Where the excerpt begins in the article. */
  readonly excerptStart: number;
  /** The question as the model got it. */
  readonly questionText: string;
  readonly questionTokens: TokenMatrix;
  /** Token spans are offsets into the article. */
  readonly passageTokens: TokenMatrix;
}

const QUESTION_WORD = /^(?:what|which|who|whom|whose|when|where|why|how)$/i;

/**
 * How near the contextual tokens of a span of the excerpt come to the question word's, as the greatest cosine:
 * what stands in the sentence where 'what' stands in the question. The same for every span when the question
 * has no question word.
 */
export function questionWordSimilarity(input: NearnessInput): (span: Span) => number {
  const { excerptStart, questionText, questionTokens, passageTokens } = input;
  const asking = questionTokens.spans.findIndex(({ start, end }) =>
    QUESTION_WORD.test(questionText.slice(start, end)),
  );
  if (asking < 0) return () => 0;
  let cosines: Float32Array | undefined;
  return ({ start, end }) => {
    // Many excerpts have no candidate to measure.
    cosines ??= tokenCosines(pickToken(questionTokens, asking), passageTokens).values;
    const known = cosines;
    const place = { start: start + excerptStart, end: end + excerptStart };
    return Math.max(
      -1,
      ...passageTokens.spans.map((span, t) => (overlaps(span, place) ? (known[t] ?? -1) : -1)),
    );
  };
}

function pickToken({ dimensions, spans, values, scales }: TokenMatrix, i: number): TokenMatrix {
  return {
    dimensions,
    spans: spans.slice(i, i + 1),
    values: values.subarray(i * dimensions, (i + 1) * dimensions),
    scales: scales.subarray(i, i + 1),
  };
}
