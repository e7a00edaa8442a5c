import { basename, dirname } from 'node:path';
import { damaged } from './generation-files.ts';
import type { UnitLayout, UnitVectors } from './unit-vectors.ts';
import { openVectors, packVector } from './unit-vectors.ts';

/** The vectors of a generation of schema 1: a vectra index, with 4 bytes for each component. */
export async function readFormerVectors(
  path: string,
  { passages, dimensions }: UnitLayout,
): Promise<UnitVectors> {
  const { LocalIndex, ProtobufCodec } = await import('vectra');
  const index = new LocalIndex(dirname(path), basename(path), undefined, new ProtobufCodec());
  const items = await index.listItems().catch((cause: unknown) => {
    throw damaged(`${path} is missing or cannot be read`, cause);
  });
  const byId = new Map(items.map(({ id, vector }) => [id, vector]));
  const ids = passages.flatMap(({ id, sentences }) => [id, ...sentences.map((_, i) => `${id}/${i}`)]);
  const bytes = new Int8Array(ids.length * dimensions);
  ids.forEach((id, unit) => {
    const vector = byId.get(id);
    if (vector?.length !== dimensions) throw damaged(`${path} does not hold what the manifest says`);
    bytes.set(packVector(Float32Array.from(vector)), unit * dimensions);
  });
  return openVectors(bytes, { passages, dimensions });
}
