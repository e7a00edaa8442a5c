/** A day as far as it is known. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** MLA, 9th edition, appendix 1: months are shortened, but not these three. */
const KEPT = new Set(['May', 'June', 'July']);

/** Of '2024', '2024-11' or '2024-11-30', with a time behind it or not; undefined for anything else. */
export function readDay(text: string | undefined): Day | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|T|\s)/u.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [, year, month, day] = found;
  const inYear = numberIn(month, 12);
  if (month !== undefined && inYear === undefined) return undefined;
  return { year: Number(year), month: inYear, day: numberIn(day, 31) };
}

function numberIn(digits: string | undefined, max: number): number | undefined {
  const number = Number(digits ?? 0);
  return number >= 1 && number <= max ? number : undefined;
}

/**
 * `short`: 30 Nov. 2024 (MLA). `american`: November 30, 2024 (APA). `year-first`:
 * 2024, November 30 (APA).
 */
export function formatDay({ year, month, day }: Day, form: 'short' | 'american' | 'year-first'): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) return String(year);
  const number = day === undefined ? [] : [String(day)];
  switch (form) {
    case 'short':
      return [
        ...number,
        name.length <= 4 || KEPT.has(name) ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`,
        year,
      ].join(' ');
    case 'american':
      return number.length === 0 ? `${name} ${year}` : `${name} ${number.join('')}, ${year}`;
    case 'year-first':
      return `${year}, ${[name, ...number].join(' ')}`;
  }
}
