import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openLiveLibrary } from '../../src/app/live-library.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import type { LiveLibrary } from '../../src/app/live-library.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';

/** Articles in the corpus before one is added. */
const SIZE = Number(process.env['CORPUS_SIZE'] ?? 500);
const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
/** How long a running bot may take to answer from a new article. */
const SECONDS = 5;

function writeVillages(folder: string): Promise<void> {
  const villages = Array.from({ length: SIZE }, (_, number) => [
    `corpus/villages/village-${number}.txt`,
    `The well of village ${number} is ${number + 7} metres deep.\n`,
  ]);
  return writeFiles(folder, Object.fromEntries(villages) as Readonly<Record<string, string>>);
}

/** What a running bot holds. */
async function openLive(folder: string): Promise<LiveLibrary> {
  const config = readConfig({
    CORPUS_DIR: join(folder, 'corpus'),
    DATA_DIR: join(folder, 'data'),
    MODELS_DIR,
  });
  const live = await openLiveLibrary(compose(config), {
    onReplaced: () => undefined,
    onFailed: (error) => {
      throw error;
    },
  });
  onTestFinished(() => live.close());
  return live;
}

/** @returns seconds until the condition holds */
async function waitUntil(holds: () => boolean): Promise<number> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > SECONDS * 1000)
      throw new Error(`Nothing has changed within ${SECONDS} s.`);
    await delay(50);
  }
  return (performance.now() - start) / 1000;
}

describe(`a corpus of ${SIZE} articles and a bot that runs`, () => {
  it('reindexes the one article that was added, and the bot answers from it at once', async () => {
    const folder = await makeTempFolder();
    await writeVillages(folder);
    await writeFiles(folder, { 'granary.txt': 'The granary of Hollow Street holds 900 sacks of oats.\n' });
    expect((await runCli('index', [], { folder })).code).toBe(0);
    const live = await openLive(folder);
    expect(live.libraryFor(EVERYONE).sources().entries).toHaveLength(SIZE);

    const added = await runCli('add', ['granary.txt', '--yes'], { folder });
    expect(added.stdout).toContain(
      `Index: 1 article with 1 passage read anew; now ${SIZE + 1} articles, ${SIZE + 1} passages.\n`,
    );
    await waitUntil(() => live.libraryFor(EVERYONE).article('granary') !== undefined);
    expect(
      live
        .libraryFor(EVERYONE)
        .sources()
        .entries.map(({ article }) => article.id),
    ).toContain('granary');
    const question = 'How many sacks of oats does the granary hold?';
    const { reply } = await live.libraryFor(EVERYONE).ask(question);
    expect(reply).toMatchObject({ kind: 'answer', excerpts: [{ articleId: 'granary', paragraph: 1 }] });
    const limited = await live.libraryFor(EVERYONE).ask(question, { articleId: 'village-3' });
    expect(JSON.stringify(limited.reply)).not.toContain('"articleId":"granary"');

    const removed = await runCli('remove', ['granary', '--yes'], { folder });
    expect(removed.stdout).toBe(
      `granary was removed (local/granary.md).\nIndex: 0 articles with 0 passages read anew; now ${SIZE} articles, ${SIZE} passages.\n`,
    );
    await waitUntil(() => live.libraryFor(EVERYONE).article('granary') === undefined);
    expect(JSON.stringify((await live.libraryFor(EVERYONE).ask(question)).reply)).not.toContain(
      '"articleId":"granary"',
    );
  });

  it('lets a bot answer that began without any article, and fall silent when the last one goes', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'corpus/README.md': 'Not an article.',
      'granary.txt': 'The granary holds 900 sacks of oats.\n',
    });
    const live = await openLive(folder);
    expect((await live.libraryFor(EVERYONE).ask('How many sacks of oats?')).reply.kind).toBe('abstention');
    await runCli('add', ['granary.txt', '--yes'], { folder });
    await waitUntil(() => live.libraryFor(EVERYONE).article('granary') !== undefined);
    expect(
      (await live.libraryFor(EVERYONE).ask('How many sacks of oats does the granary hold?')).reply.kind,
    ).toBe('answer');
    await runCli('remove', ['granary', '--yes'], { folder });
    await waitUntil(() => live.libraryFor(EVERYONE).article('granary') === undefined);
    expect(
      (await live.libraryFor(EVERYONE).ask('How many sacks of oats does the granary hold?')).reply.kind,
    ).toBe('abstention');
  });
});
