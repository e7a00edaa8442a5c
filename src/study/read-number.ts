const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Every word that a spelled-out number is made of. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.slice(1), ...TENS, ...Object.keys(SCALES)];

/**
 * The value of '10,000', '3.5 million', 'four hundred', 'twenty-one', 'sixth'; undefined for anything else.
 * Lower or upper case alike; a currency sign and a percent sign are passed over.
 */
export function readNumber(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replace(/[\p{Sc}%]|per ?cent\b/gu, ' ')
    .split(/[\s-]+/u)
    .filter((word) => word !== '' && word !== 'and' && word !== 'a');
  if (words.length === 0) return undefined;
  let total = 0;
  let current = 0;
  for (const word of words) {
    const scale = SCALES[word];
    const simple = readSimple(word);
    if (scale !== undefined) {
      current = (current === 0 ? 1 : current) * scale;
      if (scale >= 1e3) {
        total += current;
        current = 0;
      }
    } else if (simple !== undefined) current += simple;
    else return undefined;
  }
  return total + current;
}

function readSimple(word: string): number | undefined {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:st|nd|rd|th)?$/.exec(word);
  if (digits) return Number(`${(digits[1] ?? '').replaceAll(',', '')}${digits[2] ?? ''}`);
  const small = SMALL.indexOf(word);
  if (small >= 0) return small;
  const ordinal = ORDINALS.indexOf(word);
  if (ordinal >= 0) return ordinal;
  const ten = TENS.indexOf(word);
  return ten < 0 ? undefined : (ten + 2) * 10;
}
