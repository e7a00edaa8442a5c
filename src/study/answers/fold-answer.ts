import { readNumber } from '../read-number.ts';

/** Several spellings, one word. Longer spellings come first where one begins another. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:per ?cent|percentage points?|pct)\b|%/gu, ' percent '],
  [/\b(?:us ?dollars?|u\.s\. dollars?|usd|dollars?)\b|us\$|\$/gu, ' usd '],
  [/\b(?:euros?|eur)\b|€/gu, ' eur '],
  [/\b(?:pounds? sterling|gbp)\b|£/gu, ' gbp '],
  [/\b(?:yen|jpy)\b|¥/gu, ' jpy '],
  [/\b(?:square (?:kilomet(?:re|er)s?)|sq\.? ?km|km2|km²)(?!\p{L})/gu, ' km2 '],
  [/\b(?:square (?:met(?:re|er)s?)|sq\.? ?m|m2|m²)(?!\p{L})/gu, ' m2 '],
  [/\b(?:kilomet(?:re|er)s?|kms?)\b/gu, ' km '],
  [/\b(?:centimet(?:re|er)s?|cms?)\b/gu, ' cm '],
  [/\b(?:millimet(?:re|er)s?|mms?)\b/gu, ' mm '],
  [/\bmet(?:re|er)s?\b|(?<=\d ?)m\b/gu, ' metre '],
  [/\b(?:kilogram(?:me)?s?|kilos?|kgs?)\b/gu, ' kg '],
  [/\b(?:metric ton(?:ne)?s?|ton(?:ne)?s?)\b/gu, ' ton '],
  [/\b(?:gram(?:me)?s?)\b|(?<=\d ?)g\b/gu, ' gram '],
  [/\b(?:degrees? celsius|degrees? c)\b|°c\b/gu, ' celsius '],
  [/\b(?:degrees? fahrenheit|degrees? f)\b|°f\b/gu, ' fahrenheit '],
  [/\b(?:miles?|mi)\b/gu, ' mile '],
  [/\b(?:feet|foot|ft)\b/gu, ' foot '],
  [/\b(?:inch(?:es)?)\b/gu, ' inch '],
  [/\b(?:hours?|hrs?)\b/gu, ' hour '],
  [/\b(?:minutes?|mins?)\b/gu, ' minute '],
  [/\b(?:seconds|secs?)\b/gu, ' second '],
  [/\b(?:litres?|liters?)\b/gu, ' litre '],
];

/** Units as they are after folding. */
const UNITS = new Set(SPELLINGS.map(([, word]) => word.trim()));

/** Words that change nothing about what is meant. */
const PASSED_OVER = new Set(
  'the a an about around approximately approx roughly nearly almost some circa ca just over'.split(' '),
);

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** One word or number of an answer as it is compared. */
export interface AnswerToken {
  /** Lower case, without accents; '#10000' for a number however it was written. */
  readonly form: string;
  readonly number?: number;
  readonly isUnit: boolean;
}

/**
 * 'the Ten Thousand Dollars' → #10000 usd; 'Café Calder’s' → cafe calder. Numbers are read with English words and with
 * separators as English has them; `answerVariants` brings other habits to it.
 */
export function foldAnswer(text: string): readonly AnswerToken[] {
  const words = wordsOf(text);
  const tokens: AnswerToken[] = [];
  for (let at = 0; at < words.length;) {
    const length = numberLength(words.slice(at));
    const run = words.slice(at, at + Math.max(1, length));
    at += run.length;
    const number = length === 0 ? undefined : readNumber(run.join(' '));
    const [word = ''] = run;
    if (number !== undefined) tokens.push({ form: `#${number}`, number, isUnit: false });
    else if (!PASSED_OVER.has(word)) tokens.push({ form: word, isUnit: UNITS.has(word) });
  }
  return tokens;
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`]/gu, "'")
    .replace(/[øœæß]/gu, (letter) => ({ ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss' })[letter] ?? letter)
    .replace(/(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu, '')
    .replace(/(?<=(?<!\p{N})\p{N}{1,3}) (?=\p{N}{3}(?: \p{N}{3})*(?!\p{N}))/gu, '');
  const spelled = SPELLINGS.reduce((folded, [pattern, word]) => folded.replace(pattern, word), plain);
  return (
    spelled
      .replace(/'s?(?!\p{L})/gu, '')
      // U.S. is one word; a point inside a number stays.
      .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
      .replace(/[^\p{L}\p{N}.#]+|\.(?!\p{N})|(?<!\p{N})\.(?=\p{L})/gu, ' ')
      .split(' ')
      .filter((word) => word !== '')
      .map(readRoman)
  );
}

/** 'World War II' and 'World War 2' are one; a lone letter is a letter. */
function readRoman(word: string): string {
  const value = ROMAN.indexOf(word);
  return value > 0 && word.length > 1 ? String(value + 1) : word;
}

/** How many of the first words make one number: the longest run that can be read as one, without an 'a' or 'and' at an end. */
function numberLength(words: readonly string[]): number {
  let length = 0;
  for (let end = 1; end <= words.length; end += 1) {
    const word = words[end - 1] ?? '';
    if (word === 'and' && length > 0) continue;
    if (word === 'and' || word === 'a' || readNumber(word) === undefined) break;
    // Two figures side by side are two numbers: '3 4' is no seven.
    if (length > 0 && /\d/u.test(word)) break;
    length = end;
  }
  return length;
}

/** What somebody may have meant by what they typed: 10.000 and 3,5 as most of Europe writes them, 10k, 2bn. */
export function answerVariants(typed: string): readonly string[] {
  const european = typed
    .replace(/(?<=\d)\.(?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d),(?=\d{1,2}(?!\d))/gu, '.');
  const scaled = typed
    .replace(/(?<=\d) ?k\b/giu, ' thousand')
    .replace(/(?<=\d) ?(?:m|mio|mn)\b/giu, ' million')
    .replace(/(?<=\d) ?(?:b|bn|mrd)\b/giu, ' billion');
  return [...new Set([typed, european, scaled])];
}
