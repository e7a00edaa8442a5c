import { stemmer } from 'stemmer';
import type { Article } from '../../domain/article.ts';
import type { Span } from '../../domain/span.ts';
import { foldWord } from '../../text/analyse-terms.ts';
import { findNumbers } from './find-numbers.ts';
import { readNumber } from '../read-number.ts';

/** Every whole occurrence of the words in a text, whatever their capitals, in order. */
export function findOccurrences(text: string, words: string): readonly Span[] {
  if (words === '') return [];
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  const digits = /\d$/u.test(words) ? '(?![.,]?\\d)' : '';
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,])${escaped}${digits}(?![\\p{L}\\p{N}])`, 'giu');
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** The text with each blank, in order, given as these words. */
export function fillBlanks(text: string, blanks: readonly Span[], words: string): string {
  let filled = '';
  let at = 0;
  for (const { start, end } of blanks) {
    filled += text.slice(at, start) + words;
    at = end;
  }
  return filled + text.slice(at);
}

/**
 * What of the rest gives the answer away: a part or another form of it, an acronym, the same number in other words;
 * undefined when nothing does.
 * @param rest what is shown, without the blanks
 */
export function findGiveaway(
  answer: string,
  rest: string,
  { aliases }: Pick<Article, 'aliases'>,
): string | undefined {
  const shown = wordsOf(rest);
  const own = wordsOf(answer);
  for (const word of shown) {
    if (own.some((part) => areRelated(part, word))) return word;
  }
  const quarter = QUARTER.test(answer) ? QUARTER.exec(rest)?.[0] : undefined;
  if (quarter !== undefined) return quarter;
  const value = readNumber(answer);
  if (value !== undefined) {
    const same = numbersIn(rest).find((words) => readNumber(words) === value);
    if (same !== undefined) return same;
  }
  const initials = initialsOf(answer);
  return (
    shown.find(
      (word) =>
        /^\p{Lu}{2,}/u.test(word) &&
        (word === initials ||
          (initials.length > 2 && word.startsWith(initials)) ||
          initialsOf(rest).includes(answer)),
    ) ??
    Object.entries(aliases)
      .flatMap(([alias, meaning]) =>
        isSame(alias, answer) ? [meaning] : isSame(meaning, answer) ? [alias] : [],
      )
      .find((other) => findOccurrences(rest, other).length > 0)
  );
}

/** Letters in a row that give a longer word away. */
const TELLING_LETTERS = 8;

/**
 * Whether a term, or a good part of one of its words, stands within a word of the rest: 'glycerophospholipids, referred
 * to as _____', 'the study of immunogenicity by bioinformatics is _____'.
 */
export function givesTermAway(term: string, rest: string): boolean {
  const [own, shown] = [term.toLowerCase(), rest.toLowerCase()];
  const runs = own
    .split(/[ -]/u)
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - TELLING_LETTERS + 1) }, (_, at) =>
        word.slice(at, at + TELLING_LETTERS),
      ),
    );
  return [own, ...runs].some((run) => shown.includes(run));
}

/** Who reads of a West knows of an East. */
const QUARTER = /\b(?:North|South|East|West)\b/u;

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Words that stand in many answers and give none away. */
const JOINTS = new Set('of the and a an in on at to for de la von van der al bin s'.split(' '));

function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu) ?? []).filter(
    (word) => !JOINTS.has(word.toLowerCase()),
  );
}

/** Peoples whose name does not begin as their country's does. */
const PEOPLES: Readonly<Record<string, string>> = {
  france: 'french',
  netherlands: 'dutch',
  holland: 'dutch',
  greece: 'greek',
  switzerland: 'swiss',
  wales: 'welsh',
  poland: 'polish',
  spain: 'spanish',
  ireland: 'irish',
  turkey: 'turkish',
  denmark: 'danish',
};

/** 'Russia' and 'Russian', 'China' and 'Chinese', 'attack' and 'attacked', 'sixth' and 'six'. */
function areRelated(a: string, b: string): boolean {
  const [one, other] = [foldWord(a), foldWord(b)];
  if (one === other || stemmer(one) === stemmer(other)) return true;
  if (/\d/u.test(one) || /\d/u.test(other))
    return readNumber(one) !== undefined && readNumber(one) === readNumber(other);
  if (PEOPLES[one] === other || PEOPLES[other] === one) return true;
  const shorter = Math.min(one.length, other.length);
  let common = 0;
  while (common < shorter && one[common] === other[common]) common += 1;
  const bothNames = /^\p{Lu}/u.test(a) && /^\p{Lu}/u.test(b);
  return common >= (bothNames ? 4 : 5) && common >= (bothNames ? 0.6 : 0.75) * shorter;
}

/** Single words such as 'sixth', and numbers of several words. */
function numbersIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}.,-]+/u).map((word) => word.replace(/[.,]+$/u, ''));
  const whole = findNumbers(text, []).map(({ start, end }) => text.slice(start, end));
  return [
    ...whole,
    ...words.filter((word) => word !== 'a' && word !== 'and' && readNumber(word) !== undefined),
  ];
}

function initialsOf(text: string): string {
  return Array.from(text.matchAll(/\b\p{Lu}/gu), ([letter]) => letter).join('');
}
