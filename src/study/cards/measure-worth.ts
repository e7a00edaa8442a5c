import { countWords } from '../../text/count-words.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { StudySentence, StudyText } from './analyse-article.ts';
import { measureFact } from './measure-fact.ts';
import type { Unit } from './make-units.ts';
import type { Mention } from './term.ts';

/** How much a card is worth, with the parts that it is made of; all in [0, 1]. */
export interface Worth {
  readonly worth: number;
  /** How much the sentence has in common with the rest of the article, by rank. */
  readonly central: number;
  readonly informative: number;
  /** What the words around the answer say of it. */
  readonly matters: number;
  readonly clear: number;
}

/** Measures what is worth knowing, over one article. */
export function createWorth(
  text: StudyText,
  mentions: readonly Mention[],
): (unit: Unit, answer: Mention, matters?: number) => Worth {
  const central = rankSentences(text);
  const counts = new Map<string, number>();
  for (const { key } of mentions) counts.set(key, (counts.get(key) ?? 0) + 1);
  const title = new Set(analyseTerms(text.article.title).map(({ stem }) => stem));
  const years = mentions
    .flatMap(({ type, value }) => (type === 'date' && value !== undefined ? [value] : []))
    .sort((a, b) => a - b);
  const year = years[Math.floor(years.length / 2)] ?? 0;
  return (unit, answer, matters = measureFact(answer, unit, year)) => {
    const centrality = central.get(unit.sentence) ?? 0;
    const informative =
      answer.weight * commonness(counts.get(answer.key) ?? 1, text.sentences.length, answer);
    const clear = clarity(unit, title);
    const aside =
      (isIsolated(unit, text, title) ? ISOLATED : 0) +
      (answer.type === 'date' && text.sentences.length >= LONG && centrality < CENTRAL ? REMOTE : 0);
    const known = answer.type === 'term' ? matters : matters - aside;
    return {
      worth: 0.2 * centrality + 0.15 * informative + 0.4 * known + 0.25 * clear,
      central: centrality,
      informative,
      matters,
      clear,
    };
  };
}

/** From so many sentences on an article tells of side matters, too. */
const LONG = 60;
/** When something happened counts where the sentence is among those that have the most in common with the others. */
const CENTRAL = 0.4;
const REMOTE = 0.4;

/** What a fact is worth less where the article never comes back to any of its names. */
const ISOLATED = 0.2;

/** 'The sloop Hope, completed in Greenwich …': nothing of it is named in another sentence. */
function isIsolated(
  { sentence }: Unit,
  { sentences, frequency }: StudyText,
  title: ReadonlySet<string>,
): boolean {
  if (sentences.length < LONG) return false;
  const names = sentence.text.match(/(?<=[\p{L}\p{N},;()”"] )\p{Lu}[\p{L}’'-]{2,}/gu) ?? [];
  const stems = names
    .flatMap((name) => analyseTerms(name).map(({ stem }) => stem))
    .filter(
      (stem) =>
        !title.has(stem) &&
        !/^(?:januari|februari|march|april|may|june|juli|august|septemb|octob|novemb|decemb)/u.test(stem),
    );
  return stems.length > 0 && stems.filter((stem) => frequency(stem) >= 3).length * 2 < stems.length;
}

/** What is in every fifth sentence is what the article is about, and too easy; a name met once is a trifle. */
function commonness(count: number, sentences: number, { type }: Mention): number {
  const share = count / Math.max(1, sentences);
  if (share > 0.2) return 0.4;
  if (share > (type === 'place' ? 0.05 : 0.1)) return 0.7;
  if (type === 'number' || type === 'date') return 1;
  return count === 1 && sentences > 80 ? 0.8 : 1;
}

function clarity({ text, sentence, neighbour }: Unit, title: ReadonlySet<string>): number {
  const words = countWords(text);
  let clear = words < 10 ? 0.7 : words <= 28 ? 1 : words <= 36 ? 0.75 : 0.5;
  if (neighbour) clear -= 0.2;
  if (rests(sentence.text, title)) clear -= 0.35;
  const [, unnamed] = UNNAMED.exec(sentence.text) ?? [];
  if (unnamed !== undefined && !isNamed(unnamed, sentence.text, title)) clear -= 0.5;
  // A sentence full of figures is a table that was written out.
  if ((text.match(/\d+(?:[.,]\d+)*/gu)?.length ?? 0) > 4) clear -= 0.35;
  if (/[;:]|\([^)]{25,}\)/u.test(text)) clear -= 0.15;
  return Math.max(0, clear);
}

/** Which one, only the sentences before can say. */
const UNNAMED =
  /\b[Tt]he (university|company|organi[sz]ation|building|church|school|agency|city|town|village|country|treaty|team|club|party|book|film|station|bridge|museum|program|programme|project|group|battle|war|king|emperor|president|stadium|factory|concept|patent|version|decision|proposal|deal|campaign|network|survey|study|event|visit|agreement|law|bill|act|tournament|series|album|song|island|river|capital|latter|site|project|plan)\b(?! of\b| that\b| which\b| \p{Ll}+(?:s|er)\b)/u;

function isNamed(noun: string, sentence: string, title: ReadonlySet<string>): boolean {
  const stems = analyseTerms(noun).map(({ stem }) => stem);
  const isInName = new RegExp(`\\b${noun.charAt(0).toUpperCase()}${noun.slice(1)}\\b`, 'u').test(sentence);
  return isInName || stems.some((stem) => title.has(stem));
}

/** 'The company grew …', 'The treaty obliges …': which one, unless the title says it. */
function rests(sentence: string, title: ReadonlySet<string>): boolean {
  const [, noun] =
    /^(?:The|In the|At the|On the|By the|For the) (?:(?:new|old|first|original|current|resulting|final|entire|whole) )?(\p{Ll}[\p{L}-]+)(?![\p{L}-])(?! (?:of|that|which|who|in|between|on|for|to|\p{Lu}))/u.exec(
      sentence,
    ) ?? [];
  return noun !== undefined && !analyseTerms(noun).some(({ stem }) => title.has(stem));
}

/** Each sentence's rank by what it shares with all others, from 0 for the least to 1. */
function rankSentences({ sentences, frequency, rarity }: StudyText): ReadonlyMap<StudySentence, number> {
  const scored = sentences.map((sentence) => {
    const stems = [...sentence.stems];
    const sum = stems.reduce((total, stem) => total + Math.log(frequency(stem)) * rarity(stem), 0);
    const first = sentence.place === 0 ? 1.15 : 1;
    return { sentence, score: (first * sum) / Math.sqrt(Math.max(6, stems.length)) };
  });
  scored.sort((a, b) => a.score - b.score);
  return new Map(
    scored.map(({ sentence }, at) => [sentence, scored.length < 2 ? 1 : at / (scored.length - 1)]),
  );
}

/** The parts of a worth in words, for whoever wonders why there is such a card. */
export function describeWorth({ central, informative, matters, clear }: Worth): readonly string[] {
  const grade = (value: number): string => (value >= 0.7 ? 'high' : value >= 0.4 ? 'middling' : 'low');
  return [
    `sentence: ${grade(central)} centrality, ${grade(clear)} clarity`,
    `answer: ${grade(informative)} information, ${grade(matters)} weight of what is said of it`,
  ];
}
