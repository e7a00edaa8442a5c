import type { Explanation } from '../domain/library.ts';
import type { Strictness } from '../domain/question.ts';
import { analyseTerms } from '../text/analyse-terms.ts';
import type { PlainWordKey } from '../words/word-keys.ts';
import type { Words } from '../words/words.ts';

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
export function describeDecision(words: Words, facts: DecisionFacts): DecisionWords {
  return {
    search: rankSentence(words, facts, facts.score >= facts.weak),
    decision: decisionSentence(words, facts),
  };
}

/** The words that speak for a quotation. */
export function sharedWordsSentence(words: Words, question: string, quotation: string): string {
  const shared = sharedWords(question, quotation);
  if (shared.length === 0) return words('why.nothingShared');
  return words('why.shared', { words: words.list(shared.map((word) => words('why.sharedWord', { word }))) });
}

function rankSentence(words: Words, { denseRank, lexicalRank }: DecisionFacts, answered: boolean): string {
  return words(answered ? 'why.rankOfAnswer' : 'why.rankOfClosest', {
    meaning:
      denseRank === undefined
        ? words('why.notByMeaning')
        : words('why.byMeaning', { place: placeOf(words, denseRank) }),
    words:
      lexicalRank === undefined
        ? words('why.notByWords')
        : words('why.byWords', { place: placeOf(words, lexicalRank) }),
  });
}

/** For and against, as the reader saw it: what it points at stands in bold. */
export function readingSentences(words: Words, { reading }: Pick<Explanation, 'reading'>): readonly string[] {
  if (!reading) return [];
  const { answers, agrees } = reading;
  return [words(answers ? 'why.found' : 'why.notFound'), ...(agrees ? [] : [words('why.anotherFirst')])];
}

const STRICTNESS: Readonly<Record<Strictness, PlainWordKey>> = {
  strict: 'why.strict',
  balanced: 'why.balanced',
  lenient: 'why.lenient',
};

function decisionSentence(words: Words, facts: DecisionFacts): string {
  const [score, weak, strong] = [facts.score, facts.weak, facts.strong].map((value) =>
    words.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  ) as [string, string, string];
  const scale = words('why.scale', { strictness: words(STRICTNESS[facts.strictness]), weak, strong });
  const key =
    facts.score >= facts.strong
      ? 'why.scoreSure'
      : facts.score >= facts.weak
        ? 'why.scoreUnsure'
        : 'why.scoreLow';
  return words(key, { score, scale });
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

const PLACES = ['why.place1', 'why.place2', 'why.place3', 'why.place4', 'why.place5'] as const;

function placeOf(words: Words, rank: number): string {
  const key = PLACES[rank - 1];
  return key === undefined ? words('why.place', { number: rank }) : words(key);
}
