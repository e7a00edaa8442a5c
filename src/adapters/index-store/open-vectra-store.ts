import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import type { Manifest } from '../../domain/manifest.ts';
import type { IndexStore } from '../../domain/ports/index-store.ts';
import { readPointer } from './generation-folder.ts';
import { openVectraGeneration } from './read-vectra-generation.ts';
import { INDEX_SCHEMA, writeVectraGeneration } from './write-vectra-generation.ts';

/** Keeps generations in `folder`, each with a vectra index, token vectors and its articles. */
export function openVectraStore(folder: string): IndexStore {
  /** Reads the current generation; again when it was replaced, and possibly removed, meanwhile. */
  async function readCurrent<T>(read: (generationFolder: string) => Promise<T>): Promise<T | undefined> {
    const generation = await readPointer(folder);
    if (generation === undefined) return undefined;
    try {
      return await read(join(folder, generation));
    } catch (error) {
      if ((await readPointer(folder)) === generation) throw error;
      return readCurrent(read);
    }
  }
  return {
    location: folder,
    currentGeneration: () => readPointer(folder),
    currentManifest: () => readCurrent(readManifest),
    async open() {
      const index = await readCurrent(async (path) => openVectraGeneration(path, await readManifest(path)));
      if (!index) {
        throw new VerbatimError(
          'index-missing',
          `There is no index in ${folder}. Run \`npm run index\` to build one.`,
        );
      }
      return index;
    },
    write: (draft) => writeVectraGeneration(folder, draft),
  };
}

async function readManifest(generationFolder: string): Promise<Manifest> {
  const path = join(generationFolder, 'passport.json');
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  } catch (cause) {
    throw new VerbatimError(
      'index-damaged',
      `${path} cannot be read: the index is damaged. Run \`npm run index -- --rebuild\` to build it again.`,
      { cause },
    );
  }
  if (manifest.schema !== INDEX_SCHEMA) {
    const age = manifest.schema > INDEX_SCHEMA ? 'a newer' : 'an older';
    throw new VerbatimError(
      'index-passport',
      `The index in ${generationFolder} was written by ${age} version of Verbatim (schema ${manifest.schema}, this one reads ${INDEX_SCHEMA}). ` +
        'Run `npm run index -- --rebuild`, or use the version that wrote it.',
    );
  }
  return manifest;
}
