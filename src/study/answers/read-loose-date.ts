import { readNumber } from '../read-number.ts';

/** A date as far as it was given. */
export interface LooseDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 1990 for the nineties of the 20th century; 90 where the century is left open. */
  readonly decade?: number;
  /** 19 for 1801 to 1900. */
  readonly century?: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "('?\\d{2}|\\d{3,4})";
const DECADES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

type Reading = readonly [RegExp, (parts: readonly string[]) => readonly LooseDate[]];

const READINGS: readonly Reading[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u,
    ([year, month, day]) => [{ year: toYear(year), month: Number(month), day: Number(day) }],
  ],
  // Day first or month first: either may be meant.
  [
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/u,
    ([first, second, year]) => [
      { year: toYear(year), month: Number(second), day: Number(first) },
      { year: toYear(year), month: Number(first), day: Number(second) },
    ],
  ],
  [/^(\d{1,2})[-/.](\d{4})$/u, ([month, year]) => [{ year: toYear(year), month: Number(month) }]],
  [/^(\d{4})-(\d{1,2})$/u, ([year, month]) => [{ year: toYear(year), month: Number(month) }]],
  [
    new RegExp(`^${DAY} (?:of )?${MONTH}(?: (?:of )?${YEAR})?$`, 'u'),
    ([day, month, year]) => [{ day: Number(day), month: toMonth(month), ...withYear(year) }],
  ],
  [
    new RegExp(`^${MONTH} ${DAY}(?: ${YEAR})?$`, 'u'),
    ([month, day, year]) => [{ day: Number(day), month: toMonth(month), ...withYear(year) }],
  ],
  [
    new RegExp(`^${YEAR} ${MONTH}(?: ${DAY})?$`, 'u'),
    ([year, month, day]) => [
      { month: toMonth(month), ...withYear(year), ...(day === undefined ? {} : { day: Number(day) }) },
    ],
  ],
  [
    new RegExp(`^${MONTH}(?: (?:of )?${YEAR})?$`, 'u'),
    ([month, year]) => [{ month: toMonth(month), ...withYear(year) }],
  ],
  [/^(\d{3}0|\d0)'?s$/u, ([decade]) => [{ decade: Number(decade) }]],
  [/^(\d{1,2})(?:st|nd|rd|th) century$/u, ([century]) => [{ century: Number(century) }]],
  [/^('\d{2}|\d{3,4})$/u, ([year]) => [withYear(year)]],
];

/**
 * What a whole answer may mean as a date: '30 Nov 2024', 'November 30th, 2024', '2024-11-30', '30/11/2024', '1998',
 * 'the nineteen-nineties', '19th century'. Several readings where day and month can be told from each other by
 * nothing; none where it is no date.
 */
export function readLooseDate(text: string): readonly LooseDate[] {
  const plain = text
    .toLowerCase()
    .replace(/[’ʼ`]/gu, "'")
    .replace(/,|\b(?:the|in|on|year|of the year|about|around|early|late|mid)\b/gu, ' ')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const [pattern, read] of READINGS) {
    const found = pattern.exec(plain);
    if (found) return read(found.slice(1)).filter(isPossible);
  }
  return readInWords(plain);
}

/** 'nineteen ninety-eight', 'two thousand and four', 'nineteenth century', 'nineties'. */
function readInWords(plain: string): readonly LooseDate[] {
  const words = plain.split(/[\s-]+/u);
  const last = words.at(-1) ?? '';
  const first = readNumber(words[0] ?? '');
  const decade = DECADES[last];
  if (decade !== undefined) {
    if (words.length === 1) return [{ decade }];
    return words.length === 2 && first !== undefined ? [{ decade: first * 100 + decade }] : [];
  }
  if (last === 'century') {
    const century = readNumber(words.slice(0, -1).map(toCardinal).join(' '));
    return century === undefined ? [] : [{ century }];
  }
  const rest = readNumber(words.slice(1).join(' '));
  if (first !== undefined && rest !== undefined && first >= 10 && first <= 20 && rest >= 10 && rest < 100) {
    return [{ year: first * 100 + rest }];
  }
  const year = readNumber(plain);
  return year !== undefined && year >= 1000 && year < 2200 ? [{ year }] : [];
}

/** nineteenth → nineteen, twentieth → twenty; the first twelve are known as they are. */
function toCardinal(word: string): string {
  return readNumber(word) === undefined ? word.replace(/ieth$/u, 'y').replace(/th$/u, '') : word;
}

function isPossible({ month, day }: LooseDate): boolean {
  return (
    (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= 31))
  );
}

function toMonth(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function withYear(year: string | undefined): LooseDate {
  return year === undefined ? {} : { year: toYear(year) };
}

/** Two digits stay two digits: which century is meant is for the comparison to forgive. */
function toYear(year = ''): number {
  return Number(year.replace("'", ''));
}
