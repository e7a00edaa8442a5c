import type { Span } from '../../domain/span.ts';

/** A date as it stands in a text. */
export interface FoundDate extends Span {
  readonly family: 'date:day' | 'date:month' | 'date:year' | 'date:decade' | 'date:century';
  /** The year with months and days as its fraction. */
  readonly value: number;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_NAMES = MONTHS.split('|');
const YEAR = '1[0-9]\\d\\d|20\\d\\d';

const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?';
const DAY_FIRST = new RegExp(`\\b${WEEKDAY}(\\d{1,2}) (${MONTHS}),? (${YEAR})\\b`, 'gu');
const MONTH_FIRST = new RegExp(`\\b${WEEKDAY}(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?, (${YEAR})\\b`, 'gu');
const MONTH_ONLY = new RegExp(`(?<!\\d (?:of )?)\\b(${MONTHS})(?: of)? (${YEAR})\\b`, 'gu');
const DECADE = /\b(1[0-9]\d0|20\d0)s\b/gu;
/** Not in 'nineteenth-century houses', where it is no time of its own. */
const CENTURY = /\b(\d{1,2})(?:st|nd|rd|th) century\b(?! BCE?| \p{Ll}{4,}s\b)/giu;
/** A year needs a word that shows it to be one, or a bracket: '1,500 miles' and 'room 1204' are none. */
const LONE_YEAR = new RegExp(
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Bb]etween|[Aa]round|[Aa]bout|[Cc]irca|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hroughout|[Ss]pring of|[Ss]ummer of|[Aa]utumn of|[Ff]all of|[Ww]inter of|[Yy]ear|[Oo]f|[Aa]nd)[ -]|\\()(${YEAR})\\b(?![-–—/]\\d|%|\\.\\d|,\\d{3}| [Bb][Cc])(?=[\\s.,;:)\\]!?”"’']|$)`,
  'gu',
);

/** Dates of a text, in order and without overlap: days before months before years, so that none is cut in two. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const add = (
    pattern: RegExp,
    family: FoundDate['family'],
    valueOf: (match: RegExpMatchArray) => number,
  ): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ start, end, family, value: valueOf(match) });
    }
  };
  add(DAY_FIRST, 'date:day', ([, day, month, year]) => dateValue(year, month, day));
  add(MONTH_FIRST, 'date:day', ([, month, day, year]) => dateValue(year, month, day));
  add(MONTH_ONLY, 'date:month', ([, month, year]) => dateValue(year, month));
  add(DECADE, 'date:decade', ([, year]) => Number(year));
  add(CENTURY, 'date:century', ([, century]) => (Number(century) - 1) * 100);
  add(LONE_YEAR, 'date:year', ([, year]) => Number(year));
  return found.sort((a, b) => a.start - b.start);
}

function dateValue(year = '', month = '', day = '1'): number {
  return Number(year) + MONTH_NAMES.indexOf(month) / 12 + (Number(day) - 1) / 372;
}
