import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import type { Manifest } from '../../domain/manifest.ts';
import type { GenerationDraft } from '../../domain/ports/index-store.ts';
import { nameGeneration, notWritable, publish, startBuilding } from './generation-folder.ts';
import { FILES, INDEX_SCHEMA } from './generation-files.ts';
import type { StoredPassage } from './generation-files.ts';
import { writeRecord } from './token-file.ts';
import { packVector } from './unit-vectors.ts';

/** Writes a generation whole, then makes it current. @throws VerbatimError index-not-writable */
export async function writeVectraGeneration(folder: string, draft: GenerationDraft): Promise<Manifest> {
  const building = await startBuilding(folder);
  try {
    const generation = nameGeneration(new Date());
    const manifest: Manifest = { ...draft.manifest, schema: INDEX_SCHEMA, generation };
    await writeFiles(building, draft, manifest);
    await publish(folder, building, generation);
    return manifest;
  } catch (cause) {
    await rm(building, { recursive: true, force: true });
    throw isDiskError(cause) ? notWritable(folder, cause) : cause;
  }
}

async function writeFiles(building: string, draft: GenerationDraft, manifest: Manifest): Promise<void> {
  const { dimensions } = manifest.model;
  const passages: StoredPassage[] = [];
  const tokens = await open(join(building, FILES.tokens), 'w');
  const vectors = await open(join(building, FILES.vectors), 'w');
  try {
    let offset = 0;
    for await (const encoded of draft.passages) {
      for (const vector of [encoded.vector, ...encoded.sentenceVectors])
        await vectors.write(packVector(requireLength(vector, dimensions, encoded.passage.id)));
      const record = writeRecord(encoded.tokens);
      await tokens.write(record);
      passages.push({ ...encoded.passage, record: { offset, tokens: encoded.tokens.spans.length } });
      offset += record.byteLength;
    }
    await Promise.all([tokens.sync(), vectors.sync()]);
  } finally {
    await Promise.all([tokens.close(), vectors.close()]);
  }
  await writeFile(join(building, FILES.articles), JSON.stringify(draft.articles), { flush: true });
  await writeFile(join(building, FILES.passages), JSON.stringify(passages), { flush: true });
  await writeFile(join(building, FILES.manifest), JSON.stringify(manifest, null, 2), { flush: true });
}

/** A vector of another length would move all that follow it. */
function requireLength(vector: Float32Array, dimensions: number, passageId: string): Float32Array {
  if (vector.length === dimensions) return vector;
  throw new Error(`A vector of ${passageId} has ${vector.length} dimensions, the index ${dimensions}.`);
}

function isDiskError(cause: unknown): boolean {
  if (cause instanceof VerbatimError || !(cause instanceof Error) || !('code' in cause)) return false;
  return ['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EDQUOT', 'EIO'].includes(String(cause.code));
}
