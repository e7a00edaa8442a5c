import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { COMMAND_TEXTS } from '../../src/words/command-texts.ts';
import { RESOURCES } from '../../src/words/words.ts';
import { keysIn, keysOf, PARTS, shownIn, typedNames, within } from './command-parts.ts';

/** Discord: names of slash commands and options, in lower case where there is one. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** Commands that texts speak of before there are any; none of them may be registered. */
const COMING = ['quiz start'];

/** Keys whose texts speak of those. */
const ABOUT_COMING = Object.entries(RESOURCES.en).flatMap(([group, inGroup]) =>
  Object.entries(inGroup)
    .filter(([, text]: [string, string]) => COMING.some((name) => text.includes(`\`/${name}\``)))
    .map(([key]) => `${group}.${key}`),
);

it('commands that are still to come have not come yet', () => {
  expect(typedNames('en').filter((name) => COMING.includes(name))).toEqual([]);
  expect(ABOUT_COMING.length).toBeGreaterThanOrEqual(COMING.length);
});

const isMenu = ({ description }: { readonly description?: string }): boolean => description === undefined;

it.each(Object.entries(COMMAND_TEXTS))(
  'every command, option and choice has its texts in %s, and no other has',
  (_, texts) => {
    expect([...keysIn(texts)].sort()).toEqual([...keysOf(PARTS)].sort());
  },
);

describe.each(LANGUAGES)('the commands in %s', (language) => {
  const nameOf = (part: (typeof PARTS)[number]): string => shownIn(part, 'name', language) ?? '';

  it('have names that Discord takes, and different ones', () => {
    const named = PARTS.filter((part) => !isMenu(part)).flatMap(within);
    const wrong = named
      .filter(({ value }) => value === undefined)
      .map(nameOf)
      .filter((name) => !NAME.test(name) || name !== name.toLocaleLowerCase(language));
    expect(wrong).toEqual([]);
    const siblings = [
      PARTS,
      ...PARTS.flatMap(within).map(({ options, choices }) => options ?? choices ?? []),
    ];
    for (const parts of siblings) expect(new Set(parts.map(nameOf)).size).toBe(parts.length);
  });

  it('are no longer than Discord takes', () => {
    const parts = PARTS.flatMap(within);
    expect(parts.filter((part) => nameOf(part).length > (part.value === undefined ? 32 : 100))).toEqual([]);
    const descriptions = parts.map((part) => shownIn(part, 'description', language) ?? '');
    expect(descriptions.filter((text) => text.length > 100)).toEqual([]);
  });

  const texts = Object.entries(RESOURCES[language]).flatMap(([group, inGroup]) =>
    Object.entries(inGroup).map(([key, text]: [string, string]) => [`${group}.${key}`, text] as const),
  );
  const found = (pattern: RegExp): readonly string[] =>
    texts
      .filter(([key]) => !ABOUT_COMING.includes(key))
      .flatMap(([key, text]) => [...text.matchAll(pattern)].map(([, name = '']) => `${key}: ${name}`));
  const nameIn = (mention: string): string => mention.slice(mention.indexOf(': ') + 2);

  it('have the names under which texts speak of them', () => {
    const commands = typedNames(language);
    const options = PARTS.flatMap(within)
      .filter((part) => part.value === undefined && !isMenu(part))
      .map(nameOf);
    const mentions = found(/`\/([^`:]+?)(?= [^` ]+:|`)/gu);
    expect(mentions.length).toBeGreaterThan(0);
    expect(mentions.filter((mention) => !commands.includes(nameIn(mention)))).toEqual([]);
    const mentioned = [...found(/`\/[^`]*? ([^` ]+):[^`]*`/gu), ...found(/`(?![A-Z_]+`)([^`/ ]+)`/gu)];
    expect(mentioned.filter((mention) => !options.includes(nameIn(mention)))).toEqual([]);
  });

  it('and buttons have the names under which texts speak of them', () => {
    const buttons = texts.filter(([key]) => key.endsWith('Button')).map(([, text]) => text);
    const names = [...PARTS.filter(isMenu).map(nameOf), ...buttons];
    const mentions = found(/(?<!\*)\*([^*]+)\*(?!\*)/gu);
    expect(mentions.length).toBeGreaterThan(0);
    expect(mentions.filter((mention) => !names.includes(nameIn(mention)))).toEqual([]);
  });
});

it('a command with all its languages is no longer than Discord takes', () => {
  const lengthOf = (map: object | null | undefined): number =>
    Object.values(map ?? {}).reduce<number>((sum, text) => sum + String(text).length, 0);
  for (const command of PARTS) {
    const length = within(command).reduce(
      (sum, part) =>
        sum +
        [part.name, part.description, part.value].join('').length +
        lengthOf(part.name_localizations) +
        lengthOf(part.description_localizations),
      0,
    );
    expect(length, command.name).toBeLessThanOrEqual(8000);
  }
});
