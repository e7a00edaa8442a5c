import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { decodeCustomId } from '../../src/discord/messages/custom-id.ts';
import type { QuoteRef } from '../../src/discord/messages/custom-id.ts';
import { wordsIn } from '../../src/words/words.ts';
import { LIGHTHOUSE } from '../doubles/library.ts';
import { stringOf } from '../discord-standin/json.ts';
import { allComponents } from '../discord-standin/message-components.ts';
import { createTestMemory, textOf as rawTextOf, useBot } from './bot-under-test.ts';
import { buttonLabels, shownQuotations } from './read-message.ts';

const QUESTION = 'Which engineer built the lighthouse of Brannoch Head?';
const QUOTED = 'The lighthouse of Brannoch Head was built in 1843 by the engineer Alva Thorne.';
const START = LIGHTHOUSE.text.indexOf(QUOTED);

/** French has spaces at which no line breaks. */
const textOf = (message: APIMessage | undefined): string =>
  rawTextOf(message).replaceAll(/[\u{a0}\u{202f}]/gu, ' ');

/** Where the buttons of an answer say that its quotation stands. */
function quoteIn(message: APIMessage | undefined): QuoteRef | undefined {
  const states = allComponents(message?.components).map(
    (component) => decodeCustomId(stringOf(component['custom_id']) ?? '')?.state,
  );
  return states.flatMap((state) => (state && 'quote' in state ? [state.quote] : []))[0];
}

describe('in a French server', () => {
  const bot = useBot({ discord: { guilds: [{ name: 'Bibliothèque', locale: 'fr' }] } });

  const ask = (locale: string, isPrivate: boolean) =>
    bot.discord
      .slash({
        user: bot.discord.user(`asker-${locale}`),
        name: 'ask',
        options: { question: QUESTION, private: isPrivate },
        locale,
      })
      .settled();

  it.each([
    ['a German', 'de', true, 'Der Artikel sagt:', 'Zitieren'],
    ['a Brazilian', 'pt-BR', true, 'O artigo diz:', 'Citar'],
    ['a Mexican', 'es-419', true, 'El artículo dice:', 'Citar'],
    ['a Japanese', 'ja', true, 'The article says:', 'Cite'],
    ['a German', 'de', false, 'L’article dit :', 'Citer'],
    ['a Brazilian', 'pt-BR', false, 'L’article dit :', 'Citer'],
  ])('%s (%s, private: %s) reads “%s” above the same words', async (_, locale, isPrivate, lead, button) => {
    const { message } = await ask(locale, isPrivate);
    expect(textOf(message)).toContain(lead);
    expect(buttonLabels(message)).toContain(button);
    expect(shownQuotations(message ?? {})).toEqual([QUOTED]);
    expect(quoteIn(message)).toMatchObject({ start: START, end: START + QUOTED.length });
  });

  it('a mention is answered in French, and its buttons in the language of who presses them', async () => {
    const content = `<@${bot.discord.bot.id}> ${QUESTION}`;
    const message = await bot.discord.message({ user: bot.discord.user('ada'), content }).reply();
    expect(textOf(message)).toContain('L’article dit :');
    expect(shownQuotations(message)).toEqual([QUOTED]);
    expect(quoteIn(message)).toMatchObject({ start: START, end: START + QUOTED.length });
    const user = bot.discord.user('bia');
    const call = { user, message, label: wordsIn('fr')('answer.whyButton'), locale: 'pt-BR' };
    const why = await bot.discord.click(call).settled();
    expect(why.ephemeral).toBe(true);
    expect(textOf(why.message)).toContain('A pergunta e a citação têm em comum');
  });

  it('what does not stand there is said in the language of who reads it', async () => {
    const abstained = async (options: object) => {
      const call = { user: bot.discord.user('ada'), name: 'ask', locale: 'de' };
      const question = 'How tall is Mount Everest?';
      return textOf(
        (await bot.discord.slash({ ...call, options: { question, ...options } }).settled()).message,
      );
    };
    expect(await abstained({ private: true })).toContain('Das steht nicht im Artikel.');
    expect(await abstained({})).toContain('L’article ne le dit pas.');
  });
});

describe('in a French server that has chosen Spanish', () => {
  const memory = createTestMemory();
  const bot = useBot({
    bot: { memory },
    discord: { guilds: [{ name: 'Biblioteca', locale: 'fr' }] },
    async prepare(discord) {
      await memory.settings.change(
        discord.guild().id,
        { language: 'es' },
        { by: '1', at: '2026-01-01T00:00:00Z' },
      );
    },
  });

  it('everybody is answered in Spanish, and each in their own language in private', async () => {
    const { discord } = bot;
    const user = discord.user('ada');
    const message = await discord.message({ user, content: `<@${discord.bot.id}> ${QUESTION}` }).reply();
    expect(textOf(message)).toContain('El artículo dice:');
    const call = { user, name: 'ask', locale: 'de' };
    const shown = await discord.slash({ ...call, options: { question: QUESTION } }).settled();
    expect(textOf(shown.message)).toContain('El artículo dice:');
    const options = { question: QUESTION, private: true };
    expect(textOf((await discord.slash({ ...call, options }).settled()).message)).toContain(
      'Der Artikel sagt:',
    );
    for (const one of [message, shown.message]) expect(shownQuotations(one ?? {})).toEqual([QUOTED]);
  });
});
