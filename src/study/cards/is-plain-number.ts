import type { Mention } from './term.ts';

/** 'three magazines (A, B and C)': whoever counts has it. */
export function isCountOfList({ value = 0 }: Mention, after: string): boolean {
  return (
    value <= 12 &&
    (/^[^.;]*: [^.:]*,[^.]*(?:,| and )/u.test(after) ||
      /^[^.;:()]{0,60}(?:\([^)]*(?:,| and )|: [^.]*,)/u.test(after))
  );
}

/** No range, no conversion of units beside it, and not 'one of the'. */
export function isPlainNumber(before: string, after: string, text: string): boolean {
  if (/^(?: ?%| ?°\p{Lu}?| \p{L}+)? ?\((?:about |or |approximately )?[\d.,]+/u.test(after)) return false;
  if (
    /\b(?:between|to|or|from|No\.|number|page|chapter|ages?|aged|article|section|type|version|omega|grade|level|phase|stage|class|group) $/iu.test(
      before,
    )
  )
    return false;
  // 'Debian 9', 'Article 12', 'e.g. 7.1': a name, not a number of things.
  if (
    /(?:\p{Lu}[\p{L}\p{N}]*(?: and| or)?|\be\.g\.|\bversions?|\bv\.?|#|№) $/u.test(before) &&
    !/^(?:In|By|Over|About|Some|Around|Nearly|Only|The|Of|At|After|With|Almost|Up to|More than) $/u.test(
      before,
    )
  )
    return false;
  if (/^ (?:to|or|of (?:the|these|those|its|their)|and \d|or \d|×|x|by \d)\b/u.test(after)) return false;
  if (before === '' && /^ \p{Lu}/u.test(after)) return false;
  if (
    /\bof the (?:first|last|top) $|\bthe (?:first|last) $/u.test(before) ||
    /^ of the (?:first|last|top)\b/u.test(after)
  )
    return false;
  // '_____ of 10 workers', '7 of _____ workers'
  if (/^ (?:out of|of|in) (?:every )?\d/u.test(after) || /\d (?:out of|of|in) (?:every )?$/u.test(before))
    return false;
  // 'one thousand and _____', 'format “_____ (native)”'
  if (
    /\b(?:hundred|thousand|million) and $|["“‘]$/iu.test(before) ||
    /^ and \p{L}+(?:ty|teen|one|two|three|four|five|six|seven|eight|nine|ten)\b/u.test(after)
  )
    return false;
  if (/\b(?:each|apiece|respectively)\b/u.test(text)) return false;
  // One of several figures in a row, 'between 20 and 23', '56, 100 and 155': nobody need tell them apart.
  if (/\bbetween [^,;.]{1,25} and $|\d[^\s,;]*(?: \p{L}+)?(?:,| and| or|, and) $/u.test(before)) return false;
  if (/^[^.;,]{0,15}(?:,|,? and|,? or) \d/u.test(after)) return false;
  return !/\b\d+(?:\.\d+)? ?(?:[×x*+=]|by) ?\d/u.test(text);
}
