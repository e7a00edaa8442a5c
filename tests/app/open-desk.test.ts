import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { lockProcess } from '../../src/adapters/lock-process.ts';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openDesk } from '../../src/app/open-desk.ts';
import { added, ALPHA, ANN, BETA, fileOf } from '../desk/desk-under-test.ts';
import { createMemoryDeskStore } from '../doubles/memory-desk-store.ts';
import { createMemoryEditionStore } from '../doubles/memory-edition-store.ts';
import { makeTempFolder } from '../temp-folder.ts';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const TEXT = 'The zeppelin Quillfeather carries nineteen marmots to Vellamo.';

it('adds an article in processes of their own, after whoever indexes has finished', async () => {
  const folder = await makeTempFolder();
  const composition = compose(
    readConfig({ CORPUS_DIR: join(folder, 'corpus'), DATA_DIR: join(folder, 'data'), MODELS_DIR }),
  );
  const failures: unknown[] = [];
  const desk = await openDesk(composition, {
    store: createMemoryDeskStore(),
    editions: createMemoryEditionStore(),
    logger: {
      error: (failure: unknown) => {
        failures.push(failure);
      },
    },
  });
  onTestFinished(() => desk.close());
  const lock = await lockProcess(join(folder, 'data/index/indexing.lock'));
  const stages: string[] = [];
  const adding = desk.add(
    { serverId: ALPHA, by: ANN, source: fileOf('airships.txt', TEXT) },
    {
      onProgress: ({ stage }) => {
        stages.push(stage);
        if (stage === 'waiting' && 'release' in lock) setTimeout(() => void lock.release(), 500);
      },
    },
  );
  const addition = added(await adding);
  expect(failures).toEqual([]);
  expect(addition.indexed).toBe(true);
  expect(stages).toContain('indexing');
  const open = await composition.openLibrary();
  onTestFinished(open.close);
  const ask = (serverId: string) =>
    open.libraryFor({ servers: [serverId] }).ask('How many marmots does the Quillfeather carry?');
  expect((await ask(ALPHA)).reply).toMatchObject({ kind: 'answer', excerpts: [{ text: TEXT }] });
  expect((await ask(BETA)).reply).toMatchObject({ kind: 'abstention', nearest: [] });
});
