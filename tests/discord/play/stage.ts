import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { assembleLibrary, compose, decisionFor } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { openDataset } from '../../../src/app/open-dataset.ts';
import { createExchangeMemory } from '../../../src/conversation/exchange-memory.ts';
import { createSettingsMemory } from '../../../src/conversation/settings-memory.ts';
import { createStoreGuard } from '../../../src/conversation/store-guard.ts';
import type { Library } from '../../../src/domain/library.ts';
import type { Discord } from '../../discord-standin/driver.ts';
import type { InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import { makeSharedFolder, writeFiles } from '../../temp-folder.ts';
import { startBotUnderTest } from '../bot-under-test.ts';
import type { BotUnderTest } from '../bot-under-test.ts';
import type { Scene } from './turns.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a turn has left behind for those after it. */
export interface Trace {
  readonly said?: Pick<APIMessage, 'id'>;
  readonly answer?: Pick<APIMessage, 'id'>;
  readonly interaction?: InteractionHandle;
}

/** Where the play is performed: the bot over the shipped model and a store on the disk, and what has happened. */
export interface Stage {
  readonly discord: Discord;
  readonly library: Library;
  /** By the names of the turns. */
  readonly traces: Map<string, Trace>;
  /** Messages of the bot's that a turn speaks of; there must be no others. */
  readonly accounted: Set<string>;
  /** What nothing must be done about, at the end of the play neither. */
  readonly silent: Pick<APIMessage, 'id'>[];
  /** The second press of somebody impatient. */
  pressedAgain: InteractionHandle | undefined;
  change(scene: Scene): Promise<void>;
  close(): Promise<void>;
}

/** Two by one title, made up. */
const HARBOURS = {
  'articles/harbour-moor.md':
    '---\ntitle: The harbour of Saltmere\nauthor: Edda Moor\npublished: 2019-03-01\nurl: https://example.org/Saltmere_(harbour)\n---\n\nThe harbour of Saltmere was dredged in 1911. Forty boats lie in it.\n',
  'articles/harbour-calder.md':
    '---\ntitle: The harbour of Saltmere\nauthor: Ruth Calder\npublished: 2022-07-15\n---\n\nThe harbour of Saltmere freezes in hard winters. Its pilot is Jonas Pell.\n',
};

/** The demo article beside them, without the reader, which takes its time. */
async function openLibrary(folder: string): Promise<{ library: Library; close: () => Promise<void> }> {
  const digest = await readFile(join(ROOT, 'corpus/demo/north-korea-russia-digest.md'), 'utf8');
  await writeFiles(folder, {
    ...HARBOURS,
    'articles/digest.md': digest,
    'questions.jsonl': '',
  });
  const config = readConfig({ MODELS_DIR: join(ROOT, 'models'), DATA_DIR: folder, READER: 'off' });
  const embedder = await compose(config).loadModel();
  const dataset = await openDataset(folder, embedder);
  const decision = await decisionFor(undefined);
  return {
    library: assembleLibrary({ index: dataset.index, embedder, config, decision }).library,
    close: () => dataset.close(),
  };
}

/** Takes everything away again when it is closed. */
export async function openStage(): Promise<Stage> {
  const folder = await makeSharedFolder();
  const { library, close } = await openLibrary(folder);
  const guard = createStoreGuard({
    open: () => openStore(join(folder, 'verbatim.db')),
    onFailed: (error) => {
      throw error;
    },
    onRecovered: () => undefined,
    clock: () => performance.now(),
  });
  const settings = createSettingsMemory(guard, () => performance.now());
  const memory = { exchanges: createExchangeMemory(guard), settings, guard };
  const bot = { memory, sourceUrl: 'https://example.org/verbatim' };
  const first = await startBotUnderTest({ library, bot, discord: { messageContent: true } });
  let running: BotUnderTest = first;
  const { discord } = first;
  return {
    discord,
    library,
    traces: new Map(),
    accounted: new Set(),
    silent: [],
    pressedAgain: undefined,
    async change(scene) {
      if (scene === 'every thread is locked') {
        lockThreads(discord);
        return;
      }
      await running.bot.stop('the play');
      running = await startBotUnderTest({ library, bot: { ...bot, messageContent: true }, standIn: discord });
    },
    async close() {
      await running.close();
      await guard.close();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

function lockThreads(discord: Discord): void {
  const threads = discord.requests.filter(({ path }) => path.endsWith('/threads'));
  const ids = threads.flatMap(({ path }) => /messages\/(\d+)\/threads$/u.exec(path)?.[1] ?? []);
  for (const id of ids)
    discord.fault({
      method: 'POST',
      path: new RegExp(`/channels/${id}/messages$`, 'u'),
      code: 160005,
      times: Infinity,
    });
}
