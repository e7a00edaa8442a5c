import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import type { Manifest } from '../../domain/manifest.ts';
import type { GenerationDraft } from '../../domain/ports/index-store.ts';
import type { EncodedPassage } from '../../domain/ports/passage-index.ts';
import { nameGeneration, notWritable, publish, startBuilding } from './generation-folder.ts';
import { FILES, INDEX_SCHEMA } from './generation-files.ts';
import type { StoredPassage } from './generation-files.ts';
import { writeRecord } from './token-file.ts';

/** An item of the vectra index: a passage, or one of its sentences. */
export interface UnitMetadata extends Record<string, string | number> {
  readonly articleId: string;
  readonly passageId: string;
  /** Index of the sentence in the passage; -1 for the passage itself. */
  readonly sentence: number;
}

interface Unit {
  readonly id: string;
  readonly metadata: UnitMetadata;
  readonly vector: number[];
  readonly norm: number;
}

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
  const passages: StoredPassage[] = [];
  const units: Unit[] = [];
  const tokens = await open(join(building, FILES.tokens), 'w');
  try {
    let offset = 0;
    for await (const encoded of draft.passages) {
      units.push(...toUnits(encoded, manifest.model.dimensions));
      const record = writeRecord(encoded.tokens);
      await tokens.write(record);
      passages.push({ ...encoded.passage, record: { offset, tokens: encoded.tokens.spans.length } });
      offset += record.byteLength;
    }
    await tokens.sync();
  } finally {
    await tokens.close();
  }
  // vectra takes 0.7 s to import; only who writes or reads an index pays for it.
  const { ProtobufCodec } = await import('vectra');
  const vectors = new ProtobufCodec().serializeIndex({ version: 1, metadata_config: {}, items: units });
  await writeFile(join(building, FILES.vectors), vectors, { flush: true });
  await writeFile(join(building, FILES.articles), JSON.stringify(draft.articles), { flush: true });
  await writeFile(join(building, FILES.passages), JSON.stringify(passages), { flush: true });
  await writeFile(join(building, FILES.manifest), JSON.stringify(manifest, null, 2), { flush: true });
}

function toUnits(encoded: EncodedPassage, dimensions: number): readonly Unit[] {
  const { passage } = encoded;
  return [encoded.vector, ...encoded.sentenceVectors].map((vector, index) => {
    // vectra would take a vector of any length and compare what there is of it.
    if (vector.length !== dimensions) {
      throw new Error(`A vector of ${passage.id} has ${vector.length} dimensions, the index ${dimensions}.`);
    }
    const sentence = index - 1;
    return {
      id: sentence < 0 ? passage.id : `${passage.id}/${sentence}`,
      metadata: { articleId: passage.articleId, passageId: passage.id, sentence },
      vector: Array.from(vector),
      norm: Math.hypot(...vector),
    };
  });
}

function isDiskError(cause: unknown): boolean {
  if (cause instanceof VerbatimError || !(cause instanceof Error) || !('code' in cause)) return false;
  return ['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EDQUOT', 'EIO'].includes(String(cause.code));
}
