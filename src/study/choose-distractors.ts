import type { QuotedWords } from '../domain/card.ts';
import type { StudyText } from './analyse-article.ts';
import { analyseTerms } from '../text/analyse-terms.ts';
import { findOccurrences } from './hide-answer.ts';
import type { Unit } from './make-units.ts';
import { sameMagnitude } from './term.ts';
import type { Mention } from './term.ts';

/** Choices beside the right one. */
const WANTED = 3;
/** Share of a sentence's words, weighed by rarity, that another has in common from which on it says much the same. */
const SAME_SENSE = 0.4;

/**
 * Other things of the answer's family and size from the same article, best first, none of which would be right as well:
 * it does not stand in what is shown, is no other name for the answer, and no sentence says of it what this one says.
 */
export function chooseDistractors(
  answer: Mention,
  unit: Unit,
  { text, mentions }: { readonly text: StudyText; readonly mentions: readonly Mention[] },
): readonly QuotedWords[] {
  const fits = fitOf(answer, text);
  const longer = mentions.filter(({ family }) => family === answer.family);
  const candidates = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.family !== answer.family || mention.key === answer.key || !fits(mention)) continue;
    if (!sameMagnitude(mention, answer) || saysTheSame(mention.text, answer.text)) continue;
    if (mention.type !== 'person' && isEndOfLonger(mention, longer)) continue;
    const known = candidates.get(mention.key);
    if (!known || likeness(mention, answer) > likeness(known, answer)) candidates.set(mention.key, mention);
  }
  const shown = new Set(
    mentions.filter(({ text: words }) => findOccurrences(unit.text, words).length > 0).map(({ key }) => key),
  );
  return [...candidates.values()]
    .filter(({ key, text: words }) => !shown.has(key) && !isShownInPart(words, unit))
    .filter((candidate) => !couldBeRight(candidate, { answer, unit, text, mentions }))
    .sort((a, b) => likeness(b, answer) - likeness(a, answer))
    .slice(0, WANTED)
    .map((mention) => quoteMention(mention, text.article.id));
}

/** The words of a mention, as a card holds them. */
export function quoteMention({ start, end, paragraph, text }: Mention, articleId: string): QuotedWords {
  return { articleId, paragraph, start, end, text };
}

/** Looks alike in its place: with or without 'the', after 'a' or 'an', as many capitals, figures with figures. */
function fitOf(answer: Mention, { article }: StudyText): (other: Mention) => boolean {
  const before = article.text.slice(Math.max(0, answer.start - 6), answer.start).toLowerCase();
  const form = formOf(answer.text);
  const isName =
    ['person', 'place', 'organisation'].includes(answer.type) || answer.family.startsWith('event:');
  return (other) => {
    if (formOf(other.text) !== form) return false;
    if (/\ban? $/u.test(before) && startsWithVowel(other.text) !== / an $/u.test(` ${before}`)) return false;
    const otherBefore = article.text.slice(Math.max(0, other.start - 6), other.start).toLowerCase();
    return !isName || answer.type === 'person' || before.endsWith('the ') === otherBefore.endsWith('the ');
  };
}

function formOf(text: string): string {
  if (/^\p{N}/u.test(text)) return /[.]\p{N}/u.test(text) ? 'decimals' : 'figures';
  return /^\p{Lu}/u.test(text) ? 'capital' : 'small';
}

function startsWithVowel(text: string): boolean {
  return /^(?:[aeiou]|8|11\b|18\b)/iu.test(text);
}

/** One name is a part of the other: 'Kim' and 'Kim Jong-un'. */
function saysTheSame(a: string, b: string): boolean {
  return findOccurrences(a, b).length > 0 || findOccurrences(b, a).length > 0;
}

/** 'Korea' where the article has 'South Korea': nobody could say whether it is right. */
function isEndOfLonger({ text }: Mention, others: readonly Mention[]): boolean {
  return others.some((other) => other.text.endsWith(` ${text}`));
}

/** 'Kim Jong-un' where 'Kim' is shown: whoever is in the sentence is not what is missing in it. */
function isShownInPart(words: string, { text }: Unit): boolean {
  return (
    findOccurrences(text, words).length > 0 ||
    words
      .split(' ')
      .some(
        (word) =>
          /^\p{Lu}\p{L}{3,}/u.test(word) &&
          findOccurrences(text, word).length > 0 &&
          !/^(?:North|South|East|West|New|University|United|Saint|Institute|World|International|National|Royal|Great|King|Queen)$/u.test(
            word,
          ),
      )
  );
}

interface Rightness {
  readonly answer: Mention;
  readonly unit: Unit;
  readonly text: StudyText;
  readonly mentions: readonly Mention[];
}

/** Whether a sentence with the distractor shares so much with what is shown that it may be right there, too. */
function couldBeRight(candidate: Mention, { answer, unit, text, mentions }: Rightness): boolean {
  const own = new Set(analyseTerms(answer.text).map(({ stem }) => stem));
  const asked = [...unit.sentence.stems].filter((stem) => !own.has(stem));
  const total = asked.reduce((sum, stem) => sum + text.rarity(stem), 0);
  if (total === 0) return true;
  const places = mentions.filter(({ key }) => key === candidate.key);
  return text.sentences.some((sentence) => {
    if (
      sentence === unit.sentence ||
      !places.some(({ start }) => start >= sentence.start && start < sentence.end)
    )
      return false;
    const shared = asked.reduce((sum, stem) => sum + (sentence.stems.has(stem) ? text.rarity(stem) : 0), 0);
    return shared / total >= SAME_SENSE;
  });
}

/** Nearest in size and in length first; of names, those that stand nearby. */
function likeness(candidate: Mention, answer: Mention): number {
  const length =
    Math.abs(candidate.text.length - answer.text.length) /
    Math.max(candidate.text.length, answer.text.length);
  const words = Math.abs(candidate.text.split(' ').length - answer.text.split(' ').length);
  const distance = Math.min(1, Math.abs(candidate.start - answer.start) / 20_000);
  const size =
    candidate.value === undefined || answer.value === undefined
      ? 0
      : answer.type === 'date'
        ? yearDistance(candidate.value, answer.value)
        : Math.min(1, Math.abs(Math.log(candidate.value / answer.value)));
  return -(length + 0.5 * words + 0.5 * distance + size);
}

/** Years close by are easily confused, and those next door are mean. */
function yearDistance(a: number, b: number): number {
  const years = Math.abs(a - b);
  return years < 2 ? 0.5 : Math.min(1, years / 60);
}
