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
   * How near a span of the text comes to what the question asks for; the greater, the nearer. Undefined where the
   * text is not held for an answer: then only the shared words are emphasised.
   */
  readonly wordSimilarity?: ((span: Span) => number) | undefined;
}

/** Candidates emphasised at most: more would hide which word counts. Mere new words are the less certain kind. */
const MAX_OF_KIND = 3;
const MAX_NEW_WORDS = 2;

/**
 * The words to emphasise, relative to the text, in order: of the words of the kind that the question asks for,
 * or without such a kind of those that are new to it, the nearest to what is asked; else the words that both
 * share.
 */
export function highlightWords(input: HighlightInput): readonly Span[] {
  const { text, stems, terms, wordSimilarity } = input;
  const candidates = wordSimilarity ? findAnswers(input, wordSimilarity) : [];
  const shared = terms(text)
    .filter((term) => stems.includes(term.stem))
    .map((term) => term.span);
  return mergeSpans(candidates.length > 0 ? candidates : shared);
}

function findAnswers(input: HighlightInput, wordSimilarity: (span: Span) => number): readonly Span[] {
  const asksForOther = answerTypeOf(input.question) === 'other';
  if (asksForOther && !ASKS.test(input.question)) return [];
  return (asksForOther ? joinNewWords(input) : newCandidates(input))
    .map((span) => ({ span, score: wordSimilarity(span) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, asksForOther ? MAX_NEW_WORDS : MAX_OF_KIND)
    .map(({ span }) => span);
}

/** Keywords, and questions after yes or no, ask for nothing that could be pointed at. */
const ASKS = /\b(?:what|which|why|how|name)\b/i;

/** Neighbouring words that carry meaning and that the question does not have, joined. */
function joinNewWords({ text, stems, terms }: HighlightInput): readonly Span[] {
  const runs: Span[] = [];
  for (const { stem, span } of terms(text)) {
    if (stems.includes(stem)) continue;
    const last = runs.at(-1);
    if (last && /^[\s-]*$/.test(text.slice(last.end, span.start)))
      runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
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
