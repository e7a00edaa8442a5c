import { readFile } from 'node:fs/promises';
import type { IndexCodec, IndexItem } from 'vectra';
import type { Passage } from '../../domain/passage.ts';
import { scaleOf } from './coarsen-tokens.ts';
import { damaged } from './generation-files.ts';

/** Greatest component of a stored vector. */
const PEAK = 127;

/** What vectra tells of an item: a passage, or one of its sentences. */
export interface UnitMetadata extends Record<string, string | number> {
  readonly articleId: string;
  readonly passageId: string;
  /** Index of the sentence in the passage; -1 for the passage itself. */
  readonly sentence: number;
}

/**
 * The vectors of a generation, one after the other: each passage's own, then those of its sentences. A component is a
 * signed byte; each vector has length 1, so that nothing else has to be kept of it.
 */
export interface UnitVectors {
  /** Those of one passage: its own, then one for each sentence. */
  of(passageId: string): readonly Float32Array[];
  /** Hands those of these passages to vectra in place of the file that it would read. */
  codecOf(passages: readonly Passage[]): IndexCodec;
}

/** What the vectors belong to, in their order. */
export interface UnitLayout {
  readonly passages: readonly Passage[];
  readonly dimensions: number;
}

/** The bytes of one vector: scaled by its greatest component. */
export function packVector(vector: Float32Array): Int8Array {
  const peak = vector.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  return Int8Array.from(vector, (value) => (peak === 0 ? 0 : Math.round((value * PEAK) / peak)));
}

/** @throws VerbatimError index-damaged when the file is missing or of another length */
export async function readVectors(path: string, layout: UnitLayout): Promise<UnitVectors> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw damaged(`${path} is missing or cannot be read`, cause);
  });
  const units = layout.passages.reduce((sum, { sentences }) => sum + 1 + sentences.length, 0);
  if (bytes.byteLength !== units * layout.dimensions)
    throw damaged(`${path} does not hold what the manifest says`);
  return openVectors(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), layout);
}

/** @param bytes as many as the passages and their sentences have components */
export function openVectors(bytes: Int8Array, { passages, dimensions }: UnitLayout): UnitVectors {
  const places = new Map<string, { readonly from: number; readonly count: number }>();
  let from = 0;
  for (const { id, sentences } of passages) {
    places.set(id, { from, count: 1 + sentences.length });
    from += 1 + sentences.length;
  }
  const row = (unit: number): Int8Array => bytes.subarray(unit * dimensions, (unit + 1) * dimensions);
  return {
    of(passageId) {
      const place = places.get(passageId);
      if (!place) throw new Error(`There is no passage ${passageId} in this generation.`);
      return Array.from({ length: place.count }, (_, index) => {
        const values = row(place.from + index);
        const scale = scaleOf(values);
        return Float32Array.from(values, (value) => value * scale);
      });
    },
    codecOf: (chosen) =>
      createCodec(() =>
        chosen.flatMap(({ id, articleId, sentences }) =>
          [-1, ...sentences.keys()].map((sentence): IndexItem<UnitMetadata> => {
            const values = row((places.get(id)?.from ?? 0) + sentence + 1);
            return {
              id: sentence < 0 ? id : `${id}/${sentence}`,
              metadata: { articleId, passageId: id, sentence },
              vector: Array.from(values),
              norm: 1 / scaleOf(values),
            };
          }),
        ),
      ),
  };
}

/** vectra reads its file through a codec; this one knows what is in it. Nothing is written through it. */
function createCodec(items: () => IndexItem<UnitMetadata>[]): IndexCodec {
  const refuse = (): never => {
    throw new Error('A generation is read through this codec, and nothing else.');
  };
  return {
    extension: '',
    deserializeIndex: () => ({ version: 1, metadata_config: {}, items: items() }),
    serializeIndex: refuse,
    serializeCatalog: refuse,
    deserializeCatalog: refuse,
    serializeMetadata: refuse,
    deserializeMetadata: refuse,
  };
}
