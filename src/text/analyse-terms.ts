import { stemmer } from 'stemmer';
import type { Term } from '../domain/retriever.ts';

/** Words, numbers with their separators (10,000; 3.5), and initials (U.S.). */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Words that say nothing of what a passage is about; question words among them. */
const STOP_WORDS = new Set(
  (
    'a about above after again against all also am an and any are as at be because been before being below ' +
    'between both but by can could did do does doing down during each for from further had has have having ' +
    'he her here hers him his how i if in into is it its itself just me more most my no nor not now of off ' +
    'on once only or other our ours out over own please same she should so some such than that the their ' +
    'theirs them then there these they this those through to too under until up us very was we were what ' +
    'when where which while who whom whose why will with would you your yours tell say says said'
  ).split(' '),
);

/** The words of `text` that carry meaning, in order, with their stems. */
export function analyseTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  const hasLowerCase = /\p{Ll}/u.test(text);
  for (const match of text.matchAll(WORD)) {
    const folded = foldWord(match[0]);
    if (folded === '' || (STOP_WORDS.has(folded) && !(hasLowerCase && isAcronym(match[0])))) continue;
    terms.push({ stem: stemmer(folded), span: { start: match.index, end: match.index + match[0].length } });
  }
  return terms;
}

/** 'US', 'U.S.', 'WHO', 'IT': in capitals among small letters these are names, not stop words. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}\.?(?:\p{Lu}\.?)+$/u.test(word);
}

/** Lower case, without accents, dots of initials, thousands separators and a possessive ending. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’](?:s|t|re|ve|ll|d|m)?$/u, '')
    .replace(/(?<=\p{N}),(?=\p{N}{3})/gu, '')
    .replace(/(?<=\p{L})\./gu, '');
}
