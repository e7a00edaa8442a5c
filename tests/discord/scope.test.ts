import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { REGISTERED_COMMANDS } from '../../src/discord/commands/registered-commands.ts';
import { encodeCustomId, encodeQuoteRef } from '../../src/discord/messages/custom-id.ts';
import type { CustomId } from '../../src/discord/messages/custom-id.ts';
import { articleRef } from '../../src/discord/messages/quote-ref.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Discord } from '../discord-standin/driver.ts';
import type { InteractionHandle } from '../discord-standin/interaction-handle.ts';
import { stringOf } from '../discord-standin/json.ts';
import { textOf } from './bot-under-test.ts';
import { IN_NORTH, IN_SOUTH, OPEN, openServers, quoteOf, SECRET, sentIn } from './two-servers.ts';
import type { Place } from './two-servers.ts';

interface Tourist {
  readonly discord: Discord;
  readonly place: Place;
  /** The article that is asked for, whether it can be read there or not. */
  readonly wanted: Article;
}

/** Every way to name an article or to ask for what is in it; each is done with whatever comes back. */
async function tour({ discord, place, wanted }: Tourist): Promise<void> {
  const user = discord.user('ada');
  const where =
    place === 'direct'
      ? ({ guild: null } as const)
      : { channel: place === 'group' ? discord.privateChannel(user, discord.user('bob')) : place };
  const done = async (handle: InteractionHandle) => handle.settled();
  const slash = (name: string, options: Readonly<Record<string, string | number | boolean>>) =>
    done(discord.slash({ user, ...where, name, options }));
  for (const article of [
    {},
    { article: wanted.id },
    { article: articleRef(wanted) },
    { article: 'Ledger' },
  ]) {
    await slash('ask', { question: 'Who counted the cranes?', ...article });
    await slash('ask', { question: 'What drew moths?', private: true, ...article });
    await slash('lookup', { term: 'cranes', ...article });
    await slash('lookup', { term: 'NL', private: true, ...article });
    await slash('paragraph', { number: 1, ...article });
    await slash('outline', { ...article });
  }
  await slash('ask', { question: 'Summarise the article', article: wanted.id });
  await slash('quote', { text: 'the crane keeper slept at home in winter' });
  await slash('sources', {});
  await slash('help', {});
  for (const [name, focused] of OPTIONS_WITH_CHOICES)
    for (const typed of ['', 'l', 'cr', 'the', wanted.id])
      await discord.autocomplete({ user, ...where, name, focused, options: { [focused]: typed } });
  // A press may change the message that it is on.
  const answer = () => slash('ask', { question: 'Who counted the grey seals?', private: true });
  for (const id of forgedFor(wanted)) {
    const { message } = await answer();
    await done(discord.click({ user, message, customId: encodeCustomId(id), forge: true }));
  }
  const values = [encodeQuoteRef(quoteOf(wanted))];
  const customId = encodeCustomId({ state: { action: 'pick' } });
  const { message } = await answer();
  await done(discord.select({ user, message, customId, values, forge: true }));
  const form = discord.click({ user, message, label: 'Follow up' });
  await form.acknowledged();
  const typed = Object.fromEntries(
    [...JSON.stringify(form.modal).matchAll(/"custom_id":"([^".]+)"/gu)].map(
      ([, id = '']): readonly [string, string] => [id, 'Who counted the cranes in it?'],
    ),
  );
  await done(discord.modalSubmit({ user, from: form, values: typed }));
  if (place === 'away' || place === 'group') return;
  const content = `Who counted the cranes? ${place === 'direct' ? '' : `<@${discord.bot.id}>`}`;
  const asked =
    place === 'direct' ? discord.dm({ user, content }) : discord.message({ user, content, channel: place });
  const reply = await asked.reply();
  const more = { user, content: 'And where did the keeper sleep?', replyTo: reply };
  const further = place === 'direct' ? discord.dm(more) : discord.message({ ...more, channel: place });
  await further.reply();
  for (const name of ['Find a source', 'Ask about this', 'Check this quote'])
    await done(discord.messageMenu({ user, name, target: asked.message }));
}

/** Commands with an option that suggests. */
const OPTIONS_WITH_CHOICES = REGISTERED_COMMANDS.flatMap(
  (command): readonly (readonly [string, string])[] =>
    ('options' in command ? command.options : undefined)?.flatMap((option) =>
      option.type === ApplicationCommandOptionType.String && option.autocomplete === true
        ? [[command.name, option.name] as const]
        : [],
    ) ?? [],
);

/** Every button that names an article, as somebody may forge it. */
function forgedFor(article: Article): readonly CustomId[] {
  const quote = quoteOf(article);
  const ref = articleRef(article);
  return [
    { state: { action: 'context', quote } },
    { state: { action: 'whole', quote } },
    { state: { action: 'cite', quote, style: 'plain' } },
    { state: { action: 'page', page: 0, term: 'cranes', article: ref } },
    { state: { action: 'page', page: 0, term: 'cranes' } },
    { state: { action: 'sources', page: 0 } },
    { state: { action: 'outline', article: ref, page: 0 } },
    { state: { action: 'paragraph', article: ref, number: 1 } },
    { state: { action: 'part', article: ref, number: 1, from: quote.start } },
  ];
}

async function sentWith(articles: readonly Article[], place: Place, wanted: Article): Promise<string> {
  const scene = await openServers(articles);
  await tour({ discord: scene.discord, place, wanted });
  return sentIn(scene);
}

describe('what a place may not read', () => {
  it.each([
    ['north', IN_SOUTH, SECRET.south],
    ['south', IN_NORTH, SECRET.north],
    ['direct', IN_SOUTH, SECRET.south],
    ['away', IN_SOUTH, SECRET.south],
    ['group', IN_NORTH, SECRET.north],
  ] as const)('never shows, and leaves no trace: %s', async (place, foreign, secret) => {
    const own = place === 'north' ? [OPEN, IN_NORTH] : place === 'south' ? [OPEN, IN_SOUTH] : [OPEN];
    const alone = await sentWith(own, place, foreign);
    expect(await sentWith([foreign, ...own], place, foreign)).toBe(alone);
    expect(alone).not.toMatch(secret);
  });

  it('is shown where it may be read, by the same ways', async () => {
    const all = await sentWith([OPEN, IN_NORTH, IN_SOUTH], 'north', IN_NORTH);
    expect(all).toMatch(SECRET.north);
    expect(all).not.toMatch(SECRET.south);
    const lines = all.split('\n');
    const silent = lines.filter((line) => /Norwick/u.test(line));
    // Four ways to name it times six commands, choices, buttons, forms, messages and menus.
    expect(silent.length).toBeGreaterThan(40);
  });

  it('is read in direct messages by members alone, and only where their server allows it', async () => {
    const { discord } = await openServers([OPEN, IN_NORTH, IN_SOUTH], ['north']);
    const ask = async (name: string, place: object) => {
      const options = { question: 'Who counted the cranes?' };
      const asked = discord.slash({ user: discord.user(name), ...place, name: 'ask', options });
      return textOf((await asked.settled()).message);
    };
    expect(await ask('ada', { guild: null })).toMatch(SECRET.north);
    expect(await ask('ada', { guild: null })).not.toMatch(SECRET.south);
    expect(await ask('mallory', { guild: null })).not.toMatch(SECRET.north);
    const group = discord.privateChannel(discord.user('ada'), discord.user('mallory'));
    expect(await ask('ada', { channel: group })).not.toMatch(SECRET.north);
    const direct = discord.dm({ user: discord.user('ada'), content: 'Who counted the cranes?' });
    expect(textOf(await direct.reply())).toMatch(SECRET.north);
  });

  it('is gone from old answers, too, once it is taken from the server', async () => {
    const { discord, scopes } = await openServers([OPEN, IN_NORTH]);
    const user = discord.user('ada');
    const asked = await discord
      .slash({
        user,
        channel: 'north',
        name: 'ask',
        options: { question: 'Who counted the cranes?', private: true },
      })
      .settled();
    expect(textOf(asked.message)).toMatch(SECRET.north);
    scopes.set('north', [discord.guild('South').id]);
    for (const label of ['In context', 'Cite', 'Why this?', 'Share']) {
      const pressed = await discord.click({ user, message: asked.message, label }).settled();
      expect(textOf(pressed.message), label).not.toMatch(SECRET.north);
    }
    expect(stringOf(discord.presence?.['activities'])).toBeUndefined();
  });
});
