import type { Span } from '../domain/span.ts';

/** Bump whenever the same text would be split otherwise; part of the manifest's splitter version. */
export const SENTENCE_SPLITTER = 'intl-abbr-2';

/**
 * Abbreviations that `Intl.Segmenter` takes for a sentence's end. ICU has suppression lists for this,
 * but Node's Intl offers no way to switch them on.
 */
const NEVER_FINAL = new Set(
  (
    'mr mrs ms mx dr prof st messrs rev hon gov sen rep pres gen col sgt capt lt maj cmdr adm cpl pvt ' +
    'vs approx ca cf viz fig figs no nos vol vols p pp ed eds art sec ch dept est jan feb mar apr jun jul ' +
    'aug sep sept oct nov dec e.g i.e al'
  ).split(' '),
);

/** Abbreviations that may also end a sentence: the next word decides. */
const SOMETIMES_FINAL = new Set(
  'jr sr inc ltd co corp bros etc u.s u.k u.n u.s.a a.m p.m b.c a.d e.u d.c ph.d'.split(' '),
);

/** Words that, with a capital, rarely follow an abbreviation inside a sentence. */
const SENTENCE_OPENERS =
  /^["'“‘(]*(?:The|In|It|He|She|They|We|I|You|This|That|These|Those|A|An|However|But|And|For|At|On|As|After|Its|His|Her|Their|By|When|While|Since|If|Some|Many|There|Then|Although)\b/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of `text` as half-open offsets without the white space between them, in order.
 * Every character that is not white space lies in exactly one sentence. Never empty for non-blank text.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end <= start) continue;
    const previous = spans.at(-1);
    if (
      previous &&
      continues(text.slice(previous.start, previous.end), text.slice(start, end), text.slice(start))
    ) {
      previous.end = end;
    } else {
      spans.push({ start, end });
    }
  }
  return spans;
}

/** Whether `next` belongs to the sentence that `before` begins. @param rest the text from `next` on */
function continues(before: string, next: string, rest: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true;
  // 'The prizes went to 1. Finland 2. Norway': the number belongs to what follows it.
  if (/(?:^|\s)\(?\d{1,2}[.)]$/u.test(before) && isEnumeration(before, rest)) return true;
  // A closing bracket or quotation mark alone, cut off from its sentence.
  if (/^[\])}”’"']+$/u.test(next)) return true;
  const lastWord = /([^\s.](?:[^\s]*[^\s.])?)\.$/u.exec(before)?.[1];
  if (lastWord === undefined) return false;
  const word = lastWord.replace(/^[("'“‘[]+/u, '').toLowerCase();
  if (SOMETIMES_FINAL.has(word)) return !SENTENCE_OPENERS.test(next);
  if (NEVER_FINAL.has(word)) return true;
  // Initials: 'John F. Kennedy', 'J.R.R. Tolkien'. A lone 'I' is the pronoun.
  return /^(?:\p{L}\.)*\p{L}$/u.test(word) && word !== 'i' && !SENTENCE_OPENERS.test(next);
}

/** Characters that a point of an inline enumeration may have. */
const LONGEST_POINT = 200;

/** Whether what ends with a number is in the middle of '1. … 2. …': it counts from 1 on, and does not stop there. */
function isEnumeration(before: string, rest: string): boolean {
  const numbers = Array.from(before.matchAll(/(?:^|\s)\(?(\d{1,2})[.)](?=\s|$)/gu), ([, digits]) =>
    Number(digits),
  );
  const counts = numbers.every((number, index) => number === index + 1);
  return counts && (numbers.length > 1 || /\s\(?2[.)]\s/u.test(rest.slice(0, LONGEST_POINT)));
}
