import type { Span } from '../../domain/span.ts';
import { overlaps } from '../../domain/span.ts';
import { NUMBER_WORDS, readNumber } from '../read-number.ts';

/** A number with what it counts. */
export interface FoundNumber extends Span {
  /** `number:%`, `number:$`, `number:km`, or `number` where it counts things. */
  readonly family: string;
  readonly value: number;
}

const SPELLED = NUMBER_WORDS.join('|');
const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/–—-]|\\d )(\\p{Sc})?(?:(?:${FIGURE})(?: ${SCALE})?|(?:${SPELLED})(?:[- ](?:${SPELLED}))*)(?![\\p{L}\\p{N}]|[.,:/–—-]\\d|[-–]\\p{L}| \\d{3}\\b)`,
  'giu',
);
const UNIT =
  /^(?:\s?(%|per ?cent\b|percent\b|°C?|°F)|[ -](kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|m|cent-?imet(?:re|er)s?|cm|mm|feet|foot|inch(?:es)?|yards?|hectares?|acres?|square \p{L}+|kilograms?|kg|grams?|tonnes?|tons?|pounds?|lb|lit(?:re|er)s?|gallons?|degrees?|kelvin|volts?|watts?|kW|MW|hertz|Hz|GHz|MHz|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|dollars?|euros?|pounds|pence|cents?|crowns?)\b)/u;

/** Numbers that count or measure something; years and parts of dates, which `taken` covers, are not among them. */
export function findNumbers(text: string, taken: readonly Span[]): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const value = readNumber(match[0]);
    if (value === undefined || taken.some((other) => overlaps(span, other))) continue;
    const after = text.slice(span.end);
    const unit = UNIT.exec(after);
    const sign = match[1];
    if (unit === null && sign === undefined && isDateLike(match[0], text.slice(0, span.start), after))
      continue;
    found.push({ ...span, family: familyOf(sign ?? unit?.[1] ?? unit?.[2]), value });
  }
  return found;
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** '1609' without a comma is a year, '11 November' and '141 BC' are dates, whatever stands around them. */
function isDateLike(number: string, before: string, after: string): boolean {
  return (
    /^(?:1\d{3}|20\d{2})$/u.test(number) ||
    new RegExp(`^ (?:of )?${MONTH}\\b|^ ?(?:BCE?|AD|CE|am|pm|a\\.m|p\\.m)\\b`, 'u').test(after) ||
    new RegExp(`\\b${MONTH} $`, 'u').test(before)
  );
}

function familyOf(unit: string | undefined): string {
  if (unit === undefined) return 'number';
  const plain = unit.toLowerCase().replace(/(?<=\p{L}{3})s$/u, '');
  return /^(?:%|per ?cent)$/u.test(plain) ? 'number:%' : `number:${plain}`;
}
