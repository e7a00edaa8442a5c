import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Language } from '../../src/domain/language.ts';
import { RESOURCES, wordsIn } from '../../src/words/words.ts';

/** Characters that there is room for, by the end of a key: where Discord would refuse more, or show it badly. */
const LIMITS = [
  // Discord takes 80; a row of several has room for less on a telephone.
  { kind: 'a button', end: /Button$/u, most: 25 },
  { kind: 'the title of a form', end: /FormTitle$/u, most: 45 },
  { kind: 'the label of a field', end: /Label$/u, most: 45 },
  { kind: 'the hint of a field', end: /Hint$/u, most: 100 },
  { kind: 'a menu without a choice', end: /Menu$/u, most: 150 },
  { kind: 'a choice', end: /Option$/u, most: 100 },
  // A message takes 4,000, embeds of several blocks less.
  { kind: 'any text', end: /$/u, most: 700 },
] as const;

/** The longest that is likely to be filled in. */
const filledIn = (text: string, language: Language): string =>
  text.replaceAll(/\{\{(.*?)\}\}/gu, (_, name: string) =>
    /^(?:number|count|page|pages|last|length|most|more|score|weak|strong)$/u.test(name)
      ? wordsIn(language).number(99_999)
      : 'W'.repeat(40),
  );

const withoutForm = (key: string): string => key.replace(/_(?:one|many|other)$/u, '');

const textsIn = (language: Language): readonly (readonly [key: string, text: string])[] =>
  Object.entries(RESOURCES[language]).flatMap(([group, inGroup]) =>
    Object.entries(inGroup).map(
      ([key, text]: [string, string]) => [`${group}.${key}`, filledIn(text, language)] as const,
    ),
  );

describe.each(LANGUAGES)('the words in %s leave room enough', (language) => {
  const texts = textsIn(language);

  it.each(LIMITS)('in $kind', ({ end, most }) => {
    const meant = texts.filter(([key]) => end.test(withoutForm(key)));
    expect(meant.filter(([, text]) => text.length > most)).toEqual([]);
  });
});

/** What is said in such a field of what Discord shows, whatever its key ends with. */
const FIELDS = [
  { field: String.raw`\blabel`, then: String.raw`,\s*(?:id|url):`, most: 25 },
  { field: String.raw`\blabel`, then: '', most: 80 },
  { field: String.raw`\bplaceholder`, then: '', most: 100 },
  { field: String.raw`\bdescription`, then: '', most: 100 },
] as const;

it.each(FIELDS)('whatever stands as $field has at most $most characters', async ({ field, then, most }) => {
  const cwd = join(import.meta.dirname, '../..');
  const files = await glob('src/discord/**/*.ts', { cwd, absolute: true });
  const code = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const said = new RegExp(String.raw`${field}:\s*\w+\('(\w+\.\w+)'(?:, \{[^}]*\})?\)${then}`, 'gu');
  const keys = [...code.matchAll(said)].map(([, key = '']) => key);
  expect(keys.length).toBeGreaterThan(0);
  const tooLong = LANGUAGES.flatMap((language) =>
    textsIn(language).filter(([key, text]) => keys.includes(withoutForm(key)) && text.length > most),
  );
  expect(tooLong).toEqual([]);
});
