import type { QuotedWords } from '../../domain/card.ts';
import type { StudyText } from './analyse-article.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import { findOccurrences } from './hide-answer.ts';
import { isWrongThere } from './is-wrong-there.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import { sameMagnitude } from './term.ts';
import type { Mention } from './term.ts';

/** Choices beside the right one. */
const WANTED = 3;
/** Share of a sentence's words, weighed by rarity, that another has in common from which on it says much the same. */
const SAME_SENSE = 0.4;

/**
 * Other things of the answer's family and size from the same article, best first, none of which would be right as well:
 * it does not stand in what is shown, is no other name for the answer, and no sentence says of it what this one says.
 * @param accepts what else a choice has to be
 */
export function chooseDistractors(
  answer: Mention,
  unit: Unit,
  material: Material,
  accepts: (mention: Mention) => boolean = () => true,
): readonly QuotedWords[] {
  const { text, inFamily } = material;
  const fits = fitOf(answer, text);
  const family = inFamily(answer.family);
  const candidates = new Map<string, Mention>();
  for (const mention of family) {
    // Nobody takes 'one' for a count of several.
    if (mention.type === 'number' && (mention.value ?? 0) < 2) continue;
    if (mention.key === answer.key || !fits(mention) || !accepts(mention)) continue;
    if (
      !sameMagnitude(mention, answer) ||
      isNearlySame(mention, answer) ||
      saysTheSame(mention.text, answer.text)
    )
      continue;
    const known = candidates.get(mention.key);
    if (!known || likeness(mention, answer) > likeness(known, answer)) candidates.set(mention.key, mention);
  }
  const chosen: Mention[] = [];
  for (const candidate of [...candidates.values()].sort(
    (a, b) => likeness(b, answer) - likeness(a, answer),
  )) {
    if (chosen.length >= WANTED) break;
    if (isShown(candidate, unit, material) || isEndOfLonger(candidate, family)) continue;
    if (!isWrongThere(candidate, answer, unit, material)) continue;
    if ([answer, ...chosen].some((other) => haveOneSurname(candidate, other))) continue;
    if (!couldBeRight(candidate, { answer, unit, material })) chosen.push(candidate);
  }
  return chosen.map((mention) => quoteMention(mention, text.article.id));
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
    // What is asked for is explained, and so is what could be taken for it.
    if (answer.family.startsWith('noun:') && other.weight === 0) return false;
    if (answer.family === 'coinage' && shapeOf(other) !== shapeOf(answer)) return false;
    if (answer.type === 'person' && other.text.includes(' ') !== answer.text.includes(' ')) return false;
    if (/\ban? $/u.test(before) && startsWithVowel(other.text) !== / an $/u.test(` ${before}`)) return false;
    if (other.text.split(' ').length > 5 || hasManyWords(other, answer)) return false;
    const otherBefore = article.text.slice(Math.max(0, other.start - 6), other.start).toLowerCase();
    return !isName || answer.type === 'person' || before.endsWith('the ') === otherBefore.endsWith('the ');
  };
}

/** As many words, and both of one thing or of several. */
function shapeOf({ text }: Mention): string {
  return `${text.split(' ').length} ${String(/(?<![us])s$/u.test(text))}`;
}

/** What is much longer than the answer is often two names that were taken for one. */
function hasManyWords(other: Mention, answer: Mention): boolean {
  return answer.type !== 'term' && other.text.split(' ').length > answer.text.split(' ').length + 2;
}

function formOf(text: string): string {
  if (/^\p{N}/u.test(text))
    return /\p{L}{4}/u.test(text) ? 'scaled' : /\.\p{N}/u.test(text) ? 'decimals' : 'figures';
  if (/^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(text)) return 'acronym';
  return /^\p{Lu}/u.test(text) ? 'capital' : 'small';
}

function startsWithVowel(text: string): boolean {
  return /^(?:[aeiou]|8|11\b|18\b)/iu.test(text);
}

/** '79' beside 'nearly 80': who knows one is right with the other. */
function isNearlySame(a: Mention, b: Mention): boolean {
  if (a.value === undefined || b.value === undefined) return false;
  // Days and months, in years.
  if (a.type === 'date') return Math.abs(a.value - b.value) < (a.family === 'date:year' ? 2 : 0.25);
  return Math.abs(a.value - b.value) < 0.1 * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** One name is a part of the other: 'Kim' and 'Kim Jong-un'. */
function saysTheSame(a: string, b: string): boolean {
  return stands(a, b) || stands(b, a);
}

/** Whether the text has the words as whole words. */
function stands(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase()) && findOccurrences(text, words).length > 0;
}

/** 'Chris Rutter' and 'Christopher Rutter' may be one. */
function haveOneSurname(a: Mention, b: Mention): boolean {
  return a.type === 'person' && a.text.split(' ').at(-1) === b.text.split(' ').at(-1);
}

/** 'Korea' where the article has 'South Korea': nobody could say whether it is right. */
function isEndOfLonger({ type, text }: Mention, others: readonly Mention[]): boolean {
  return type !== 'person' && others.some((other) => other.text.endsWith(` ${text}`));
}

/** Parts of many names that tell no two of them to be the same. */
const COMMON_PART =
  /^(?:North|South|East|West|New|University|United|Saint|Institute|World|International|National|Royal|Great|King|Queen)$/u;

/** Whether the word says nothing of which it is. */
export function isCommonPart(word: string): boolean {
  return COMMON_PART.test(word);
}

/** By any of its names, or a part of one: whoever is in the sentence is not what is missing in it. */
function isShown({ key, type }: Mention, { text }: Unit, { formsOf }: Material): boolean {
  return formsOf(key).some((form) => {
    if (stands(text, form)) return true;
    if (type === 'number' || type === 'date') return false;
    const parts = form.split(' ').filter((part) => /^\p{Lu}\p{L}{3,}/u.test(part) && !isCommonPart(part));
    return parts.some((part) => stands(text, part));
  });
}

interface Asked {
  readonly answer: Mention;
  readonly unit: Unit;
  readonly material: Material;
}

/** Whether a sentence with the distractor shares so much with what is shown that it may be right there, too. */
function couldBeRight({ key }: Mention, { answer, unit, material: { text, sentencesWith } }: Asked): boolean {
  const own = new Set(analyseTerms(answer.text).map(({ stem }) => stem));
  const asked = [...unit.sentence.stems].filter((stem) => !own.has(stem));
  const total = asked.reduce((sum, stem) => sum + text.rarity(stem), 0);
  if (total === 0) return true;
  return sentencesWith(key).some((sentence) => {
    if (sentence === unit.sentence) return false;
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
  if (answer.type === 'date') return -(0.3 * length + 0.3 * words + 0.2 * distance + size);
  return -(length + 0.5 * words + 0.5 * distance + size);
}

/** Years close by are easily confused, and those next door are mean. */
function yearDistance(a: number, b: number): number {
  const years = Math.abs(a - b);
  return years < 3 ? 0.3 : Math.min(2, years / 15);
}
