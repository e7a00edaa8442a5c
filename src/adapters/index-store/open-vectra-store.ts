import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import type { Manifest } from '../../domain/manifest.ts';
import type { IndexStore } from '../../domain/ports/index-store.ts';
import {
  checkShape,
  FILES,
  FORMER_MANIFEST,
  INDEX_SCHEMA,
  MANIFEST,
  MANIFEST_VERSION,
  READABLE_SCHEMAS,
  readChecked,
} from './generation-files.ts';
import { dropOlderGenerations, readPointer } from './generation-folder.ts';
import { openVectraGeneration } from './read-vectra-generation.ts';
import { writeVectraGeneration } from './write-vectra-generation.ts';

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
    dropOlder: () => dropOlderGenerations(folder),
  };
}

/** The version is looked at first: of another one nothing else is known. */
async function readManifest(generationFolder: string): Promise<Manifest> {
  const path = await findManifest(generationFolder);
  const json: unknown = await readChecked(path, z.unknown());
  const { schema } = checkShape(json, path, MANIFEST_VERSION);
  if (!READABLE_SCHEMAS.includes(schema)) {
    const age = schema > INDEX_SCHEMA ? 'a newer' : 'an older';
    throw new VerbatimError(
      'index-passport',
      `The index in ${generationFolder} was written by ${age} version of Verbatim (schema ${schema}, this one reads ${INDEX_SCHEMA}). ` +
        'Run `npm run index -- --rebuild`, or use the version that wrote it.',
    );
  }
  return checkShape(json, path, MANIFEST);
}

async function findManifest(generationFolder: string): Promise<string> {
  const former = join(generationFolder, FORMER_MANIFEST);
  const isFormer = await access(former).then(
    () => true,
    () => false,
  );
  return isFormer ? former : join(generationFolder, FILES.manifest);
}
