import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { COMMAND_TEXTS } from '../../src/words/command-texts.ts';
import type { CommandTexts } from '../../src/words/command-text.ts';
import { RESOURCES } from '../../src/words/words.ts';

/** Texts by `group.key`, plurals with their suffix. */
function textsOf(language: keyof typeof RESOURCES): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(RESOURCES[language]).flatMap(
      ([group, texts]: [string, Readonly<Record<string, string>>]) =>
        Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  );
}

const variablesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(.*?)\}\}/gu)].map(([, name = '']) => name))].sort();

const withoutForm = (key: string): string => key.replace(/_(?:one|many|other)$/u, '');

const english = textsOf('en');
const plurals = [...english.keys()].filter((key) => key.endsWith('_other')).map(withoutForm);

describe.each(LANGUAGES)('the words in %s', (language) => {
  const texts = textsOf(language);

  it('have every key of the English ones, and no others', () => {
    const keys = [...new Set([...texts.keys()].map(withoutForm))];
    expect(keys.sort()).toEqual([...new Set([...english.keys()].map(withoutForm))].sort());
  });

  it('have each plural in every form that the language has', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = plurals.flatMap((key) => categories.map((category) => `${key}_${category}`));
    const forms = [...texts.keys()].filter((key) => /_(?:zero|one|two|few|many|other)$/u.test(key));
    expect(forms.sort()).toEqual(wanted.sort());
  });

  it('have the same to fill in as the English ones', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(key.replace(/_many$/u, '_other')) ?? '';
      return variablesOf(text).join() !== variablesOf(model).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are trimmed sentences without a reference to each other', () => {
    const wrong = [...texts].filter(
      ([, text]) => text === '' || text !== text.trim() || text.includes('$t('),
    );
    expect(wrong).toEqual([]);
  });
});

it('French has spaces before its marks at which no line breaks', () => {
  expect(RESOURCES.fr.answer.strong).toBe('L’article dit\u{a0}:');
  expect(RESOURCES.fr.answer.whyButton).toBe('Pourquoi ceci\u{202f}?');
  const texts = [...textsOf('fr'), ...textsIn(COMMAND_TEXTS.fr)];
  expect(texts.filter(([, text]) => / [;:!?»]|« /u.test(text))).toEqual([]);
});

/** Descriptions and names of commands, and of what is in them. */
function textsIn(commands: CommandTexts): readonly (readonly [string, string])[] {
  return Object.entries(commands).flatMap(([key, { name, description = '', options = {}, choices = {} }]) => [
    [key, name] as const,
    [key, description] as const,
    ...textsIn(options),
    ...Object.entries(choices),
  ]);
}
