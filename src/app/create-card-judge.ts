import type { Library, TracedCandidate } from '../domain/library.ts';
import type { CardJudge, CardTrial, CardVerdict } from '../domain/ports/card-judge.ts';
import { overlaps } from '../domain/span.ts';
import type { Span } from '../domain/span.ts';

/** Judges cards by asking the library the questions that they are made into. */
export function createCardJudge(library: Pick<Library, 'ask'>): CardJudge {
  return {
    async judge(trial) {
      const { articleId, question } = trial;
      const { ranking, trace } = await library.ask(question, { articleId });
      const candidates = trace?.candidates ?? [];
      const at = ranking.findIndex((sentence) => overlaps(sentence, trial.sentence));
      const own = ranking[at];
      // Both lists are the same ranking, cut at different lengths.
      const pointed = own && pointIn(own, candidates[at], trial);
      const verdict: CardVerdict = {
        found: ranking.map(({ start, end }) => ({ start, end })),
        read: candidates.some(({ span }) => span !== undefined),
      };
      return pointed ? { ...verdict, pointed } : verdict;
    },
  };
}

/** Where the reader's words stand; where they stand twice, the place that meets the answer. */
function pointIn(
  sentence: Span & { readonly text: string },
  candidate: TracedCandidate | undefined,
  { answer }: CardTrial,
): Span | undefined {
  const words = candidate?.span;
  if (words === undefined || words === '') return undefined;
  const places: Span[] = [];
  for (let at = sentence.text.indexOf(words); at >= 0; at = sentence.text.indexOf(words, at + 1)) {
    places.push({ start: sentence.start + at, end: sentence.start + at + words.length });
  }
  return places.find((place) => overlaps(place, answer)) ?? places[0];
}
