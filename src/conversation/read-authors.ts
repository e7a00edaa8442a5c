/** An author as styles need one. */
export interface AuthorName {
  readonly full: string;
  /** The whole name where it is not clearly a person's. */
  readonly family: string;
  readonly given?: string;
  /** 'A. B.' */
  readonly initials?: string;
}

/** Words that a person's name does not have. */
const NO_PERSON =
  /\b(?:the|agency|association|board|bureau|center|centre|committee|company|council|daily|department|editors?|foundation|group|herald|institute|journal|magazine|ministry|museum|network|news|office|organi[sz]ation|post|press|project|review|society|staff|studio|team|times|tribune|union|university|wikipedia)\b/iu;

/** Small words inside a family name. */
const PARTICLE = /^(?:de|da|del|della|di|du|van|von|der|den|ten|ter|la|le|bin|ibn|al)$/u;

/** The authors of 'Ada Moor and Jonas Pell'; a name that is not clearly a person's is left as it is. */
export function readAuthors(author: string | undefined): readonly AuthorName[] {
  return (author ?? '')
    .split(/\s*(?:;|\n|&|,?\s+and\s+)\s*/u)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '')
    .map(readName);
}

function readName(name: string): AuthorName {
  const inverted = /^([^,]+), ([^,]+)$/u.exec(name);
  if (inverted) {
    const [, family = '', given = ''] = inverted;
    return { full: `${given} ${family}`, family, given, initials: initialsOf(given) };
  }
  const words = name.split(' ');
  const isPerson =
    words.length >= 2 &&
    words.length <= 5 &&
    !NO_PERSON.test(name) &&
    words.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word) || PARTICLE.test(word));
  if (!isPerson) return { full: name, family: name };
  const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  const split = particle === -1 ? words.length - 1 : particle;
  const given = words.slice(0, split).join(' ');
  return { full: name, family: words.slice(split).join(' '), given, initials: initialsOf(given) };
}

/** 'A. B.' of 'Ada Beth', 'J.-P.' of 'Jean-Paul'. */
function initialsOf(given: string): string {
  return given
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .map((part) => `${Array.from(part)[0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
}
