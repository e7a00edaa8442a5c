import type { Client } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Discord } from './driver.ts';
import { Permission } from './permissions.ts';
import { startSmallBot, TOKEN } from './small-bot.ts';
import { startDiscordStandIn } from './start-standin.ts';

describe('a discord.js client on the stand-in', () => {
  let discord: Discord;
  let client: Client<true>;

  beforeEach(async () => {
    discord = await startDiscordStandIn({
      token: TOKEN,
      guilds: [
        {
          name: 'Library',
          channels: ['general', { name: 'closed', botPermissions: Permission.viewChannel }],
        },
        { name: 'Away', channels: ['elsewhere'], botIsMember: false },
      ],
    });
    client = await startSmallBot(discord);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
    // The stand-in holds itself to the rules in every one of these tests.
    expect(discord.ownViolations).toEqual([]);
  });

  it('gets ready, sees its guild and registers its commands', () => {
    expect(client.user.id).toBe(discord.bot.id);
    expect(client.guilds.cache.first()?.name).toBe('Library');
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask', 'Find a source']);
    expect(discord.identifies).toHaveLength(1);
    discord.expectNoViolations();
  });

  it('defers a slash command and edits the reply', async () => {
    const asked = discord.slash({ user: discord.user('ada'), name: 'ask', options: { question: 'who?' } });
    await asked.settled();
    expect(asked.callback?.type).toBe(5);
    expect(asked.message?.content).toBe('who?');
    expect(asked).toMatchObject({ thinking: false, ephemeral: false, edits: 1, callbackAttempts: 1 });
    expect(asked.ackMs).toBeLessThanOrEqual(asked.replyMs ?? 0);
    discord.expectNoViolations();
  });

  it('keeps the ephemeral flag of the deferral', async () => {
    const asked = discord.slash({
      user: discord.user('ada'),
      name: 'ask',
      options: { question: 'x', private: true },
    });
    expect((await asked.settled()).ephemeral).toBe(true);
  });

  it('answers in a direct message', async () => {
    const asked = discord.slash({
      user: discord.user('ada'),
      guild: null,
      name: 'ask',
      options: { question: 'x' },
    });
    expect((await asked.settled()).message?.channel_id).toBe(discord.dmChannel(discord.user('ada')).id);
    const mail = discord.dm({ user: discord.user('ada'), content: `<@${discord.bot.id}> hello` });
    expect((await mail.reply()).content).toContain('hello');
    discord.expectNoViolations();
  });

  it('serves a user install: a private channel and a guild that the bot is not in', async () => {
    const user = discord.user('ada');
    const channel = discord.privateChannel(user, discord.user('bob'));
    const asked = await discord.slash({ user, channel, name: 'ask', options: { question: 'x' } }).settled();
    expect(asked.message?.content).toBe('x');
    const away = await discord
      .slash({ user, channel: 'elsewhere', name: 'ask', options: { question: 'y' } })
      .settled();
    expect(away.message?.interaction_metadata?.authorizing_integration_owners).toEqual({ '1': user.id });
    expect(client.guilds.cache.size).toBe(1);
    discord.expectNoViolations();
  });

  it('autocompletes', async () => {
    const user = discord.user('ada');
    const result = await discord.autocomplete({
      user,
      name: 'ask',
      options: { question: 'wh' },
      focused: 'question',
    });
    expect(result.choices).toEqual([{ name: 'wh…', value: 'x' }]);
    expect(result.ms).toBeGreaterThan(0);
  });

  it('throws in the test when the command or a required option is missing', () => {
    const user = discord.user('ada');
    expect(() => discord.slash({ user, name: 'nope' })).toThrow("no command 'nope'");
    expect(() => discord.slash({ user, name: 'ask' })).toThrow("requires the option 'question'");
    expect(() => discord.slash({ user, name: 'ask', options: { question: 3 } })).toThrow('would not send 3');
  });

  it('clicks, selects and submits a modal', async () => {
    const user = discord.user('ada');
    const asked = await discord.slash({ user, name: 'ask', options: { question: 'x' } }).settled();
    const picked = await discord.select({ user, message: asked.message, values: ['1'] }).settled();
    expect(picked.message?.content).toBe('picked 1');
    await discord.until(() => picked.followUps.length === 1, 'a follow-up');
    expect(picked.followUps[0]?.flags).toBe(64);
    const opened = await discord.click({ user, message: asked.message, label: 'modal' }).settled();
    const submitted = await discord.modalSubmit({ user, from: opened, values: { text: 'abc' } }).settled();
    expect(submitted.message?.content).toBe('typed abc');
    const updated = await discord.click({ user, message: asked.message, customId: 'update' }).settled();
    expect(updated.message).toMatchObject({ id: asked.message?.id, content: 'updated', components: [] });
    expect(() => discord.click({ user, message: asked.message, label: 'modal' })).toThrow(
      'no usable component',
    );
    discord.expectNoViolations();
  });

  it("gives a message menu the message's content without the intent", async () => {
    const said = discord.message({ user: discord.user('bob'), content: 'a claim' });
    const found = await discord
      .messageMenu({ user: discord.user('ada'), name: 'Find a source', target: said })
      .settled();
    expect(found).toMatchObject({ ephemeral: true, message: { content: 'a claim' } });
  });

  it('replies to a mention and pings nobody', async () => {
    const said = discord.message({ user: discord.user('ada'), content: `<@${discord.bot.id}> what is it?` });
    const reply = await said.reply();
    expect(reply.message_reference?.message_id).toBe(said.id);
    expect(said.replies).toHaveLength(1);
    expect(discord.botPings()).toEqual([]);
    discord.expectNoViolations();
  });

  it('empties the content where the bot may not read it', async () => {
    const seen: string[] = [];
    client.on('messageCreate', (message) => void seen.push(message.content));
    const user = discord.user('ada');
    discord.message({ user, content: 'secret' });
    const mention = discord.message({ user, content: `<@${discord.bot.id}> open` });
    const reply = await mention.reply();
    discord.message({ user, content: 'pinged', replyTo: reply });
    discord.message({ user, content: 'not pinged', replyTo: reply, ping: false });
    const asked = await discord.slash({ user, name: 'ask', options: { question: 'x' } }).settled();
    discord.message({ user, content: 'to a slash response', replyTo: asked.message });
    await discord.autocomplete({ user, name: 'ask', options: { question: 'w' }, focused: 'question' });
    expect(seen.filter((text) => !text.startsWith('>') && text !== 'x')).toEqual([
      '',
      `<@${discord.bot.id}> open`,
      'pinged',
      '',
      '',
      '',
    ]);
  });

  it('agrees with discord.js on the permissions, and enforces them', async () => {
    const closed = discord.channel('closed');
    const channel = await client.channels.fetch(closed.id);
    if (!channel?.isSendable() || channel.isDMBased()) throw new Error('not a guild channel');
    const bits = (): bigint => channel.permissionsFor(client.user)?.bitfield ?? -1n;
    expect(bits()).toBe(Permission.viewChannel);
    await expect(channel.send('hello')).rejects.toMatchObject({ code: 50013 });
    discord.setBotPermissions('closed', PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);
    await expect.poll(bits).toBe(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);
    await expect(channel.send('hello')).resolves.toMatchObject({ content: 'hello' });
    await channel.sendTyping();
    expect(discord.typing('closed')).toHaveLength(1);
    discord.setBotPermissions('closed', 0n);
    await expect(channel.send('hello')).rejects.toMatchObject({ code: 50001 });
  });

  it('starts a thread, and finds it again', async () => {
    const channel = await client.channels.fetch(discord.channel('general').id);
    if (!channel || !('threads' in channel) || channel.isThreadOnly()) throw new Error('no threads');
    const thread = await channel.threads.create({ name: 'talk' });
    await thread.send({ content: 'inside', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] });
    const [inside] = discord.messages('talk').slice(-1);
    expect(inside).toMatchObject({ content: 'inside', attachments: [{ filename: 'a.txt', size: 3 }] });
    const own = discord.thread({ name: 'other', owner: discord.user('ada') });
    await expect(client.channels.fetch(own.id)).resolves.toMatchObject({ name: 'other' });
    discord.expectNoViolations();
  });

  it('records presences', async () => {
    client.user.setActivity('reading');
    await discord.until(() => JSON.stringify(discord.presence).includes('reading'), 'a presence');
  });
});
