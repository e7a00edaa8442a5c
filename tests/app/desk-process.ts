import { writeSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openDeskStores } from '../../src/app/desk-stores.ts';
import { openDesk } from '../../src/app/open-desk.ts';
import { openImporter } from '../../src/app/open-imports.ts';
import { openMemory } from '../../src/app/open-memory.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { indexHere } from '../index-here.ts';

const SERVER = '100000000000000001';
const ANN = '300000000000000003';

/**
 * A process that adds, replaces, removes, brings back and again removes article after article in the folder of its
 * first argument, from the number in its second on. One line for each, 'add 7 <id>', once it is acknowledged.
 */
const [folder = '', first = '1'] = process.argv.slice(2);
// Written at once: what a killed process has said, it has said.
const say = (line: string): void => void writeSync(1, `${line}\n`);
const source = (text: string) => ({ name: 'bells.txt', bytes: new TextEncoder().encode(text) });

const config = readConfig({
  CORPUS_DIR: join(folder, 'corpus'),
  DATA_DIR: join(folder, 'data'),
  READER: 'off',
});
const composition = compose(config, { loadModel: () => Promise.resolve(createHashEmbedder()) });
const logger = pino({ level: 'warn' }, { write: (line: string) => void writeSync(2, line) });
const memory = await openMemory(config, logger);
const importer = openImporter();
const desk = await openDesk(
  composition,
  { ...openDeskStores(memory.guard), logger },
  {
    importSource: (each, options) => importer.importSource(each, options),
    limits: { articles: 1000, words: 1_000_000, addsADay: 100_000 },
    indexer: indexHere(composition),
  },
);
say('ready');
for (let n = Number(first); ; n += 1) {
  const added = await desk.add({ serverId: SERVER, by: ANN, source: source(`Bell ${n} rings once.`) });
  if (added.kind !== 'added') throw new Error(added.message);
  const { id } = added.article;
  const ref = { serverId: SERVER, id };
  say(`add ${n} ${id}`);
  await desk.replace(ref, { by: ANN, source: source(`Bell ${n} rings twice.`) });
  say(`replace ${n} ${id}`);
  await desk.remove(ref, { by: ANN });
  say(`remove ${n} ${id}`);
  await desk.undoRemove(ref);
  say(`undo ${n} ${id}`);
  if (n % 2 === 0) continue;
  await desk.remove(ref, { by: ANN });
  say(`end ${n} ${id}`);
}
