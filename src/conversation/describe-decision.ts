import type { Explanation } from '../domain/library.ts';
import { analyseTerms } from '../text/analyse-terms.ts';

/** The numbers behind a decision, as far as they are told to people. */
export interface DecisionFacts extends Pick<
  Explanation,
  'score' | 'strictness' | 'denseRank' | 'lexicalRank' | 'reading'
> {
  readonly weak: number;
  readonly strong: number;
}

/** How a quotation was found and why it was shown, or not. */
export interface DecisionWords {
  readonly search: string;
  readonly decision: string;
}

/** In whole sentences, with the numbers. */
export function describeDecision(facts: DecisionFacts): DecisionWords {
  return {
    search: rankSentence(facts, facts.score >= facts.weak),
    decision: decisionSentence(facts),
  };
}

/** The words that speak for a quotation. */
export function sharedWordsSentence(question: string, quotation: string): string {
  const shared = sharedWords(question, quotation);
  if (shared.length === 0) {
    return 'The quotation shares no telling word with the question; it was found by what it means.';
  }
  return `The question and the quotation share ${listOf(shared.map((word) => `“${word}”`))}.`;
}

function rankSentence({ denseRank, lexicalRank }: DecisionFacts, answered: boolean): string {
  const subject = answered ? 'Its passage' : 'The closest passage';
  const meaning =
    denseRank === undefined
      ? 'was not among the nearest by meaning'
      : `came ${ordinal(denseRank)} by meaning`;
  const words =
    lexicalRank === undefined ? 'had none of the question’s words' : `${ordinal(lexicalRank)} by words`;
  return `${subject} ${meaning} and ${words}.`;
}

/** For and against, as the reader saw it: what it points at stands in bold. */
export function readingSentences({ reading }: Pick<Explanation, 'reading'>): readonly string[] {
  if (!reading) return [];
  const { answers, agrees } = reading;
  return [
    answers
      ? 'Reading question and text together, the reader found an answer in it.'
      : 'Reading question and text together, the reader found no clear answer in it.',
    ...(agrees ? [] : ['By words and meaning alone another sentence came first.']),
  ];
}

function decisionSentence({ score, weak, strong, strictness }: DecisionFacts): string {
  const scale = `(strictness ${strictness}: an answer needs ${weak.toFixed(2)}, a sure one ${strong.toFixed(2)})`;
  if (score >= strong) return `Its score is ${score.toFixed(2)}: above what a sure answer needs ${scale}.`;
  if (score >= weak) {
    return `Its score is ${score.toFixed(2)}: enough for an answer, but not for a sure one, hence the warning ${scale}.`;
  }
  return `Its score is ${score.toFixed(2)}: too low for an answer ${scale}. A passage about something near is not an answer.`;
}

/** Words of the quotation that the question has too, as the quotation spells them; at most 8. */
function sharedWords(question: string, quotation: string): readonly string[] {
  const asked = new Set(analyseTerms(question).map(({ stem }) => stem));
  const found = new Map<string, string>();
  for (const { stem, span } of analyseTerms(quotation)) {
    if (asked.has(stem) && !found.has(stem)) found.set(stem, quotation.slice(span.start, span.end));
  }
  return [...found.values()].slice(0, 8);
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function ordinal(rank: number): string {
  const names = ['first', 'second', 'third', 'fourth', 'fifth'];
  return names[rank - 1] ?? `at place ${rank}`;
}
