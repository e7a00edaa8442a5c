import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeRefusal } from '../../../src/discord/features/articles/describe-refusal.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { openEmptyLibrary } from '../../../src/library/empty-library.ts';
import type { Library } from '../../../src/domain/library.ts';
import type { DeskUnderTest } from '../../desk/desk-under-test.ts';
import { startDesk } from '../../desk/desk-under-test.ts';
import type { Discord, Upload } from '../../discord-standin/driver.ts';
import { createTestMemory, startBotUnderTest, textOf } from '../bot-under-test.ts';
import { menuValues } from '../read-message.ts';

const MANAGER = PermissionFlagsBits.ManageGuild;
/** A single passage would be the best of all by default; with others there is something to choose from. */
const OTHERS = [
  'Puffins nest on the cliffs of Norrow until August, when the herring leave the sound.',
  'Edda Moor has kept the tide tables of the harbour since 1998 and prints them on blue paper.',
  'A bakery on the quay opens at four in the morning and sells rye bread to the night watch.',
].join('\n\n');
const FIRST = `The zeppelin Quillfeather carries nineteen marmots to Vellamo.\n\n${OTHERS}`;
const SECOND = `The zeppelin Quillfeather carries twenty marmots to Vellamo.\n\n${OTHERS}`;

interface Scene {
  readonly discord: Discord;
  readonly under: DeskUnderTest;
  /** A subcommand of /articles, by a manager unless it is said otherwise. */
  readonly articles: (
    subcommand: string,
    options?: Readonly<Record<string, string>>,
    as?: { readonly name?: string; readonly permissions?: bigint },
  ) => Promise<APIMessage | undefined>;
  readonly press: (message: APIMessage | undefined, label: string) => Promise<APIMessage | undefined>;
  readonly upload: (content: Upload['content'], more?: Partial<Upload>) => string;
  /** Looks the marmots up in the server: the double of the model is no judge of answers. */
  readonly lookUp: () => Promise<APIMessage | undefined>;
  /** Opens the first quotation of what was looked up. */
  readonly openFirst: (message: APIMessage | undefined) => Promise<string>;
}

async function open(): Promise<Scene> {
  const under = await startDesk();
  const memory = createTestMemory();
  let library: Library = openEmptyLibrary();
  const test = await startBotUnderTest({
    bot: {
      memory,
      articles: under.desk,
      libraryFor: ({ servers }) => (servers.length > 0 ? library : openEmptyLibrary()),
    },
  });
  onTestFinished(() => test.close());
  const { discord } = test;
  /** As the live library does it. */
  const refresh = async () => {
    // Before the first article there is no index.
    library = under.runs().count === 0 ? openEmptyLibrary() : await under.libraryOf(discord.guild().id);
  };
  return {
    discord,
    under,
    async articles(subcommand, options = {}, { name = 'ada', permissions = MANAGER } = {}) {
      const user = discord.user(name);
      const call = { user, name: `articles ${subcommand}`, options, memberPermissions: permissions };
      const handle = await discord.slash(call).settled();
      // Until then it says how far it is.
      await expect.poll(() => textOf(handle.message), { timeout: 15_000 }).not.toMatch(/…$/u);
      await refresh();
      return handle.message;
    },
    async press(message, label) {
      const user = discord.user('ada');
      const pressed = await discord.click({ user, message, label, memberPermissions: MANAGER }).settled();
      await refresh();
      return pressed.message;
    },
    upload: (content, more = {}) => discord.upload({ name: 'airships.txt', content, ...more }),
    async lookUp() {
      const options = { term: 'marmots' };
      return (await discord.slash({ user: discord.user('bob'), name: 'lookup', options }).settled()).message;
    },
    async openFirst(message) {
      const [value = ''] = menuValues(message);
      const chosen = discord.select({ user: discord.user('bob'), message, values: [value] });
      return textOf((await chosen.settled()).message);
    },
  };
}

async function refOf({ discord, under }: Scene): Promise<string> {
  const [article] = await under.desk.list(discord.guild().id);
  return article?.id ?? '';
}

describe('/articles', { timeout: 30_000 }, () => {
  it('is the whole life of an article: added, quoted, replaced, cited by an old message, removed, undone', async () => {
    const scene = await open();
    const { articles, upload, lookUp, openFirst, press, discord } = scene;
    expect(textOf(await articles('list'))).toContain('no article of its own yet');
    const added = await articles('add', { file: upload(FIRST) });
    expect(textOf(added)).toMatch(/can be asked now: 4 paragraphs, 60 words/);
    expect(textOf(await articles('list'))).toMatch(new RegExp(`Airships[^]*<@${discord.user('ada').id}>`));
    const found = await lookUp();
    expect(textOf(found)).toContain('nineteen');

    const article = await refOf(scene);
    const replaced = await articles('replace', { article, file: upload(SECOND) });
    expect(textOf(replaced)).toContain('has a new edition');
    expect(textOf(await lookUp())).toContain('twenty');
    expect(textOf(await articles('changes', { article }))).toContain('Changed: ¶ 1');
    const old = await openFirst(found);
    expect(old).toMatch(
      /has changed since it was quoted[^]*Quoted then:[^]*\*\*nineteen\*\*[^]*Now in its place:[^]*\*\*twenty\*\*/,
    );

    const removed = await articles('remove', { article });
    expect(textOf(removed)).toContain('is taken away');
    expect(textOf(await lookUp())).not.toContain('twenty');
    expect(await openFirst(found)).not.toContain('nineteen');
    expect(textOf(await articles('list'))).toContain('can be brought back until');
    expect(textOf(await press(removed, 'Bring back'))).toContain('is back');
    expect(textOf(await lookUp())).toContain('twenty');
  });

  it('gives an article another title, by the command and by the form', async () => {
    const scene = await open();
    const { articles, upload, discord } = scene;
    const added = await articles('add', { file: upload(FIRST) });
    const article = await refOf(scene);
    expect(textOf(await articles('rename', { article, title: 'Airships *of* Vellamo' }))).toContain(
      'Airships \\*of\\* Vellamo',
    );
    const user = discord.user('ada');
    const from = discord.click({ user, message: added, label: 'Rename', memberPermissions: MANAGER });
    await from.acknowledged();
    const form = { user, from, values: { title: '   ' }, memberPermissions: MANAGER };
    expect(textOf((await discord.modalSubmit(form).settled()).message)).toContain('cannot be a title');
    const [listed] = await scene.under.desk.list(discord.guild().id);
    expect(listed?.title).toBe('Airships *of* Vellamo');
  });

  it('is for those whom the settings allow', async () => {
    const scene = await open();
    const { articles, upload } = scene;
    const stranger = { name: 'eve', permissions: 0n };
    for (const subcommand of ['list', 'add'])
      expect(
        textOf(await articles(subcommand, subcommand === 'add' ? { file: upload(FIRST) } : {}, stranger)),
      ).toContain('not among those who may add articles');
    expect(await scene.under.desk.list(scene.discord.guild().id)).toEqual([]);
  });

  it('does nothing at a press by who may not, whatever the button says', async () => {
    const scene = await open();
    const { articles, upload, discord, under } = scene;
    const added = await articles('add', { file: upload(FIRST) });
    for (const label of ['Rename', 'What changed', 'Take away']) {
      const pressed = discord.click({
        user: discord.user('ada'),
        message: added,
        label,
        memberPermissions: 0n,
      });
      expect(textOf((await pressed.settled()).message)).toContain('not among those');
    }
    expect(await under.desk.list(discord.guild().id)).toHaveLength(1);
  });

  it.each([
    ['nothing', () => ({}), /Send a file, or give an address/],
    [
      'both a file and an address',
      (scene: Scene) => ({ file: scene.upload(FIRST), address: 'https://example.org/' }),
      /not both/,
    ],
    [
      'an address where pages are not fetched',
      () => ({ address: 'https://example.org/' }),
      /do not fetch pages/,
    ],
    ['an empty file', (scene: Scene) => ({ file: scene.upload('') }), /empty|no text|nothing/i],
    [
      'a program that says it is a text',
      (scene: Scene) => ({
        file: scene.upload(Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]), {
          name: 'notes.txt',
          contentType: 'text/plain',
        }),
      }),
      /./,
    ],
    [
      'a file that is larger than is said',
      (scene: Scene) => ({ file: scene.upload(new Uint8Array(21 * 1024 * 1024).fill(65), { size: 10 }) }),
      /at most 20 MB/,
    ],
    [
      'a file that lies elsewhere',
      (scene: Scene) => ({ file: scene.upload(FIRST, { url: 'http://169.254.169.254/latest/meta-data' }) }),
      /did not hand me that file/,
    ],
  ] as const)('refuses %s in words, and keeps nothing', async (_, optionsOf, refusal) => {
    const scene = await open();
    const told = textOf(await scene.articles('add', optionsOf(scene)));
    expect(told).toMatch(refusal);
    expect(told).not.toContain('can be asked now');
    expect(await scene.under.desk.list(scene.discord.guild().id)).toEqual([]);
  });

  it('takes forged references for what they are', async () => {
    const scene = await open();
    const { articles, upload, discord, under } = scene;
    const added = await articles('add', { file: upload(FIRST) });
    const user = discord.user('ada');
    for (const customId of [
      'articles:remove.zzzzzzz',
      'articles:back.zzzzzzz',
      'articles:',
      'articles:x.y.z',
    ]) {
      const pressed = discord.click({
        user,
        message: added,
        customId,
        forge: true,
        memberPermissions: MANAGER,
      });
      expect(textOf((await pressed.settled()).message)).toMatch(/no such article|another version/);
    }
    expect(await under.desk.list(discord.guild().id)).toHaveLength(1);
  });

  it('suggests the articles of the server that are meant', async () => {
    const scene = await open();
    const { articles, upload, discord } = scene;
    await articles('add', { file: upload(FIRST) });
    const user = discord.user('ada');
    const call = { user, name: 'articles remove', focused: 'article', options: { article: 'air' } };
    const mine = await discord.autocomplete({ ...call, memberPermissions: MANAGER });
    expect(mine.choices.map(({ name }) => name)).toEqual(['Airships']);
    expect((await discord.autocomplete(call)).choices).toEqual([]);
  });
});

it('shows what the importer says in whole characters, and as nobody’s mark-up', () => {
  const message = `${'*'.repeat(499)}\u{1f600}\n# ${'x'.repeat(600)}`;
  const said = describeRefusal(wordsIn('en'), { kind: 'refused', reason: 'source', message });
  expect(said.isWellFormed()).toBe(true);
  expect(said.length).toBeLessThanOrEqual(1000);
  expect(said.replaceAll('\\*', '')).not.toMatch(/[*\n\\]/u);
});
