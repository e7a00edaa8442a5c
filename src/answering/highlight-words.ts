import type { Term } from '../domain/retriever.ts';
import type { Span } from '../domain/span.ts';
import { answerTypeOf, findCandidates } from './answer-type.ts';

export interface HighlightInput {
  /** The excerpt. */
  readonly text: string;
  readonly question: string;
  /** Stems of the question. */
  readonly stems: readonly string[];
  readonly terms: (text: string) => readonly Term[];
  /**
   * What late interaction takes for the answer, relative to the text; for questions without a type. Undefined
   * where the text is not held for an answer: then only the shared words are emphasised.
   */
  readonly answerRuns?: readonly Span[] | undefined;
}

/**
 * The words to emphasise, relative to the text, in order: candidates of the kind that the question asks for
 * where there are any that the question does not name itself, else what late interaction takes for the
 * answer, else the words that both share.
 */
export function highlightWords(input: HighlightInput): readonly Span[] {
  const { text, question, stems, terms, answerRuns } = input;
  const shared = terms(text)
    .filter((term) => stems.includes(term.stem))
    .map((term) => term.span);
  if (!answerRuns) return mergeSpans(shared);
  const choices = [newCandidates(input), answerTypeOf(question) === 'other' ? answerRuns : []];
  return mergeSpans(choices.find((spans) => spans.length > 0) ?? shared);
}

function newCandidates({ text, question, stems, terms }: HighlightInput): readonly Span[] {
  const type = answerTypeOf(question);
  return findCandidates(text, type).filter(({ start, end }) => {
    const words = terms(text.slice(start, end));
    return words.length === 0
      ? type !== 'person' && type !== 'place'
      : words.some((word) => !stems.includes(word.stem));
  });
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
