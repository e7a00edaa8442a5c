import type { TokenMatrix } from '../domain/ports.ts';
import type { Term } from '../domain/retriever.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import { tokenCosines } from './late-interaction.ts';

export interface AnswerRunsInput {
  /** The excerpt, with its offset into the article. */
  readonly excerpt: Span & { readonly text: string };
  /** The question as the model got it. */
  readonly questionText: string;
  readonly questionTokens: TokenMatrix;
  /** Token spans are offsets into the article. */
  readonly passageTokens: TokenMatrix;
  /** Stems of the question. */
  readonly stems: readonly string[];
  readonly terms: (text: string) => readonly Term[];
}

/** Runs of words emphasised at most; two hold the answer half of the time on XQuAD's development half. */
const MAX_RUNS = 2;
const QUESTION_WORD = /^(?:what|which|who|whom|whose|when|where|why|how)$/i;

/**
 * The runs of words, new to the question, whose contextual tokens come nearest to the question word's: what
 * stands in the sentence where 'what' stands in the question. Relative to the excerpt; none without a
 * question word.
 */
export function findAnswerRuns(input: AnswerRunsInput): readonly Span[] {
  const { excerpt, questionText, questionTokens, passageTokens } = input;
  const asking = questionTokens.spans.findIndex(({ start, end }) =>
    QUESTION_WORD.test(questionText.slice(start, end)),
  );
  if (asking < 0) return [];
  const { values: cosines } = tokenCosines(pickToken(questionTokens, asking), passageTokens);
  const nearness = ({ start, end }: Span): number => {
    const place = { start: start + excerpt.start, end: end + excerpt.start };
    return Math.max(
      -1,
      ...passageTokens.spans.map((span, t) => (overlaps(span, place) ? (cosines[t] ?? -1) : -1)),
    );
  };
  return joinNewWords(input)
    .map((run) => ({ run, score: nearness(run) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_RUNS)
    .map(({ run }) => run);
}

/** Neighbouring words that carry meaning and that the question does not have, joined. */
function joinNewWords({ excerpt, stems, terms }: AnswerRunsInput): readonly Span[] {
  const runs: Span[] = [];
  for (const { stem, span } of terms(excerpt.text)) {
    if (stems.includes(stem)) continue;
    const last = runs.at(-1);
    if (last && /^[\s-]*$/.test(excerpt.text.slice(last.end, span.start)))
      runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

function pickToken({ dimensions, spans, values, scales }: TokenMatrix, i: number): TokenMatrix {
  return {
    dimensions,
    spans: spans.slice(i, i + 1),
    values: values.subarray(i * dimensions, (i + 1) * dimensions),
    scales: scales.subarray(i, i + 1),
  };
}
