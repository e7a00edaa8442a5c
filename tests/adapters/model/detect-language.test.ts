import { expect, it } from 'vitest';
import { detectLanguage } from '../../../src/adapters/model/detect-language.ts';

it.each([
  ['Why does the ferry never leave on time in the winter months?', 'English'],
  ['Warum fährt die Fähre im Winter eigentlich nie pünktlich ab?', 'German'],
  ['Pourquoi le bac ne part-il jamais à l’heure pendant l’hiver ?', 'French'],
  ['Почему паром зимой никогда не отправляется вовремя?', 'Russian'],
])('tells that %j is in %s', async (text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

it.each(['', 'hi', '12345 67890', '🚢🚢🚢', 'tide Ellerby'])('does not guess at %j', async (text) => {
  expect(await detectLanguage(text)).toBeUndefined();
});
