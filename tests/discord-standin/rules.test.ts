import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from './driver.ts';
import { startDiscordStandIn } from './start-standin.ts';

const quiet = { allowed_mentions: { parse: [] } };
const row = (...components: unknown[]): unknown => ({ type: 1, components });
const button = (customId: string, more: object = {}): unknown => ({
  type: 2,
  style: 1,
  label: 'x',
  custom_id: customId,
  ...more,
});
const link = (more: object): unknown => ({ type: 2, style: 5, label: 'x', ...more });
const text = (length: number): unknown => ({ type: 10, content: 'x'.repeat(length) });
const options = (count: number): unknown[] =>
  Array.from({ length: count }, (_, n) => ({ label: `${n}`, value: `${n}` }));
const v2 = { ...quiet, flags: 32_768 };
const ask = { name: 'ask', description: 'Asks.' };
const option = (name: string, required: boolean): unknown => ({ type: 3, name, description: 'd', required });

const badMessages: readonly (readonly [string, object, string])[] = [
  ['2,001 characters', { ...quiet, content: 'x'.repeat(2001) }, 'longer than 2000'],
  ['an empty message', quiet, 'message is empty'],
  ['blanks only', { ...quiet, content: ' \n' }, 'message is empty'],
  [
    'embeds over 6,000',
    { ...quiet, embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) },
    'more than 6000',
  ],
  ['an empty embed', { ...quiet, embeds: [{}] }, 'embed is empty'],
  ['a long embed title', { ...quiet, embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  [
    'six rows',
    { ...quiet, content: 'x', components: [1, 2, 3, 4, 5, 6].map((n) => row(button(`${n}`))) },
    '6 rows',
  ],
  [
    'six buttons in a row',
    { ...quiet, content: 'x', components: [row(...[1, 2, 3, 4, 5, 6].map((n) => button(`${n}`)))] },
    'components',
  ],
  [
    'a duplicate custom_id',
    { ...quiet, content: 'x', components: [row(button('a'), button('a'))] },
    "duplicate custom_id 'a'",
  ],
  ['a link without a URL', { ...quiet, content: 'x', components: [row(link({}))] }, 'has no url'],
  [
    'a link of 513 characters',
    { ...quiet, content: 'x', components: [row(link({ url: `https://a.b/${'x'.repeat(501)}` }))] },
    '512',
  ],
  [
    'a label of 81 characters',
    { ...quiet, content: 'x', components: [row(button('a', { label: 'x'.repeat(81) }))] },
    '80',
  ],
  ['an empty custom_id', { ...quiet, content: 'x', components: [row(button(''))] }, 'custom_id'],
  [
    'a custom_id of 101',
    { ...quiet, content: 'x', components: [row(button('x'.repeat(101)))] },
    'has 101 characters',
  ],
  [
    '26 select options',
    { ...quiet, content: 'x', components: [row({ type: 3, custom_id: 's', options: options(26) })] },
    '25',
  ],
  ['V2 parts without the flag', { ...quiet, components: [text(3)] }, 'without the Components V2 flag'],
  [
    '41 components',
    { ...v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text(1)) }] },
    '41 components',
  ],
  ['4,001 characters of V2', { ...v2, components: [text(4000), text(1)] }, 'more than 4000'],
  ['content beside V2', { ...v2, content: 'x', components: [text(1)] }, 'content cannot stand'],
  ['embeds beside V2', { ...v2, embeds: [{ title: 'x' }], components: [text(1)] }, 'embeds cannot stand'],
  ['no allowed_mentions', { content: 'x' }, 'parse is not an empty array'],
  [
    'mentions of users',
    { content: 'x', allowed_mentions: { parse: ['users'] } },
    'parse is not an empty array',
  ],
  [
    'a ping of the asker',
    { content: 'x', allowed_mentions: { parse: [], replied_user: true } },
    'lets somebody be pinged',
  ],
  ['an unknown member', { ...quiet, content: 'x', contents: 'y' }, 'unknown members contents'],
  ['an ephemeral channel message', { ...quiet, content: 'x', flags: 64 }, 'flags 64 cannot be set'],
];

const badCommands: readonly (readonly [string, object, string])[] = [
  ['capitals', { ...ask, name: 'Ask' }, 'has capitals'],
  ['capitals in a language', { ...ask, name_localizations: { de: 'Frage' } }, 'has capitals'],
  [
    'a required option after an optional one',
    { ...ask, options: [option('a', false), option('b', true)] },
    'after an optional one',
  ],
  ['two options of one name', { ...ask, options: [option('a', true), option('a', true)] }, 'two options'],
  ['no description', { name: 'ask' }, 'no description'],
  ['a description of 101', { ...ask, description: 'x'.repeat(101) }, 'description'],
  ['a menu with a description', { name: 'Find', type: 3, description: 'x' }, 'has a description'],
];

const good: readonly (readonly [string, object])[] = [
  ['plain content', { ...quiet, content: 'x'.repeat(2000) }],
  [
    'an embed',
    { ...quiet, embeds: [{ title: 't', fields: [{ name: 'a', value: 'b' }], footer: { text: 'f' } }] },
  ],
  ['rows', { ...quiet, content: 'x', components: [row(button('a'), link({ url: 'https://a.b' }))] }],
  [
    'Components V2',
    {
      ...v2,
      components: [
        { type: 17, components: [text(10), { type: 14 }, row(button('a'))] },
        { type: 9, components: [text(3)], accessory: button('b') },
      ],
    },
  ],
];

describe('the rules for what the bot sends', () => {
  let discord: Discord;
  beforeAll(async () => {
    discord = await startDiscordStandIn({ token: 't' });
  });
  afterAll(() => discord.close());

  const post = async (path: string, body: unknown, method = 'POST'): Promise<readonly string[]> => {
    const before = discord.violations.length;
    const headers = { authorization: 'Bot t', 'content-type': 'application/json' };
    await fetch(`${discord.apiBase}/v10${path}`, { method, headers, body: JSON.stringify(body) });
    return discord.violations.slice(before).map(({ message }) => message);
  };
  const messages = (): string => `/channels/${discord.channel().id}/messages`;
  const commands = (): string => `/applications/${discord.applicationId}/commands`;

  it.each(badMessages)('finds %s', async (_name, body, expected) => {
    expect((await post(messages(), body)).join('\n')).toContain(expected);
  });

  it.each(badCommands)('finds a command with %s', async (_name, body, expected) => {
    expect((await post(commands(), body)).join('\n')).toContain(expected);
    expect((await post(commands(), [body], 'PUT')).join('\n')).toContain(expected);
  });

  it.each(good)('lets %s pass, and answers it well', async (_name, body) => {
    expect(await post(messages(), body)).toEqual([]);
    expect(discord.ownViolations).toEqual([]);
  });

  it('finds an unknown route and a path without a version', async () => {
    expect(await post('/nowhere', {})).toEqual(['unknown route']);
    await fetch(`${discord.apiBase}/gateway`);
    expect(discord.violations.at(-1)?.message).toContain('not below /api/v10');
    expect(() => {
      discord.expectNoViolations();
    }).toThrow("broke Discord's rules");
  });

  it('refuses with what Discord answers, and records only what Discord would take', async () => {
    const send = (body: unknown): Promise<Response> =>
      fetch(`${discord.apiBase}/v10${messages()}`, {
        method: 'POST',
        headers: { authorization: 'Bot t', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect(await (await send({ ...quiet, content: 'x'.repeat(2001) })).json()).toMatchObject({ code: 50035 });
    expect(await (await send(quiet)).json()).toMatchObject({ code: 50006 });
    expect((await send({ content: 'x' })).status).toBe(200);
  });
});
