import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/domain/layout.ts';
import { plainTextOf, textOf, useBot } from './bot-under-test.ts';
import { shownQuotations } from './read-message.ts';

const SENTENCE = 'The bell of Saltmere weighs eighty kilograms.';

describe.each(LAYOUTS)('checking a quotation, in %s', (layout) => {
  const bot = useBot({ bot: { layout } });

  const ada = () => bot.discord.user('ada');
  const check = (text: string, more: object = {}) =>
    bot.discord.slash({ user: ada(), name: 'quote', options: { text, ...more } }).settled();

  it('says of an exact one that it is, and opens it in its place', async () => {
    const checked = await check('the bell of Saltmere weighs eighty kilograms');
    expect(checked.ephemeral).toBe(false);
    expect(textOf(checked.message)).toContain('**Exact.** It stands there word for word.');
    expect(shownQuotations(checked.message ?? {})).toEqual([SENTENCE]);
    expect(textOf(checked.message)).toContain('¶\u00a05');
    const opened = bot.discord.click({ user: ada(), message: checked.message, label: 'In context' });
    expect(plainTextOf((await opened.settled()).message)).toContain(SENTENCE);
  });

  it('shows what is altered: a number, a name, a word put in', async () => {
    const number = await check('The bell of Saltmere weighs ninety kilograms.');
    expect(textOf(number.message)).toContain('**Altered.**');
    expect(textOf(number.message)).toContain('> The bell of Saltmere weighs **eighty** kilograms.');
    expect(textOf(number.message)).toContain('“ninety” should be “eighty”');
    const added = await check('The bell of Saltmere never weighs eighty kilograms');
    expect(textOf(added.message)).toContain('Put in: “never”');
  });

  it('says when nothing of the kind is there, and when it is too short to tell', async () => {
    const absent = await check('Whales sing in the harbour of Antwerp', { private: true });
    expect(absent.ephemeral).toBe(true);
    expect(textOf(absent.message)).toContain('Not in the article.');
    expect(textOf((await check('the bell')).message)).toContain('at least three words');
  });

  it('takes what a message quotes by its menu, for who opens it alone', async () => {
    const said = bot.discord.message({
      user: bot.discord.user('bob'),
      content: 'As they say: “The bell of Saltmere weighs eighty tons”, lol',
    });
    const checked = await bot.discord
      .messageMenu({ user: ada(), name: 'Check this quote', target: said.message })
      .settled();
    expect(checked.ephemeral).toBe(true);
    expect(textOf(checked.message)).toContain('“tons” should be “kilograms”');
  });
});
