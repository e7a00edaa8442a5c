import { distance } from 'fastest-levenshtein';
import type { Article } from '../../domain/article.ts';
import type { FoundName } from './find-names.ts';
import { ORGANISATION, NATURE, BUILT, REGION, HAPPENING } from './name-patterns.ts';

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'World War Two': 'World War II',
  'Second World War': 'World War II',
  'World War One': 'World War I',
  'First World War': 'World War I',
};

/** 'Paik' is 'Wooyeal Paik' where that is the only longer name that ends so; aliases of the front matter are joined, too. */
export function joinShortNames(names: readonly FoundName[], article: Article): (name: string) => string {
  const written = new Set(names.map(({ text }) => text));
  const spelling = new Map([...written].map((name) => [name, firstSpelling(name, written)]));
  const all = new Set(spelling.values());
  const aliases = new Map(Object.entries(article.aliases));
  const joined = new Map<string, string>();
  for (const name of written) {
    const respelt = spelling.get(name);
    const meaning =
      respelt !== name
        ? respelt
        : (OTHER_NAMES[name] ?? aliases.get(name) ?? spelledOut(name, all, article.text));
    const longer = [...all].filter(
      (other) => other !== name && (other.endsWith(` ${name}`) || other.startsWith(`${name} `)),
    );
    const [only] = longer;
    const isShort =
      !name.includes(' ') &&
      only !== undefined &&
      longer.length === 1 &&
      !ORGANISATION.test(only) &&
      !NATURE.test(only) &&
      !BUILT.test(only) &&
      !REGION.test(only) &&
      !HAPPENING.test(only);
    joined.set(name, meaning ?? (isShort ? only : name));
  }
  return (name) => {
    const once = joined.get(name) ?? name;
    return joined.get(once) ?? once;
  };
}

/** 'Joseph Stalin' is the 'Josef Stalin' of before. */
function firstSpelling(name: string, written: ReadonlySet<string>): string {
  const [, first, last] = /^(\p{Lu}\p{Ll}{3,}) (\p{Lu}\p{L}+)$/u.exec(name) ?? [];
  if (first === undefined || last === undefined) return name;
  const isSpelling = (other: string): boolean =>
    other.endsWith(` ${last}`) &&
    other.split(' ').length === 2 &&
    other.startsWith(first.slice(0, 3)) &&
    distance(other, name) < 3;
  return [...written].find(isSpelling) ?? name;
}

/** 'Korean Central News Agency (KCNA)': the acronym is a name of what stands before it. */
function spelledOut(name: string, all: ReadonlySet<string>, text: string): string | undefined {
  if (!/^\p{Lu}{2,}$/u.test(name)) return undefined;
  return [...all].find((other) => other !== name && text.includes(`${other} (${name})`));
}
