import { basename, dirname, join } from 'node:path';
import type { LocalIndex } from 'vectra';
import type { Manifest } from '../../domain/manifest.ts';
import type { EncodedPassage, PassageIndex, VectorHit } from '../../domain/ports/passage-index.ts';
import { ARTICLES, damaged, FILES, PASSAGES, readChecked } from './generation-files.ts';
import type { StoredPassage } from './generation-files.ts';
import { openTokenFile, recordBytes } from './token-file.ts';
import type { UnitMetadata } from './write-vectra-generation.ts';

/** Units asked of vectra for each passage wanted: several sentences of one passage may be near. */
const UNITS_PER_PASSAGE = 6;

/** @throws VerbatimError index-damaged */
export async function openVectraGeneration(folder: string, manifest: Manifest): Promise<PassageIndex> {
  const { dimensions } = manifest.model;
  const [articles, passages] = await Promise.all([
    readChecked(join(folder, FILES.articles), ARTICLES),
    readChecked(join(folder, FILES.passages), PASSAGES),
  ]);
  const units = passages.reduce((sum, passage) => sum + 1 + passage.sentences.length, 0);
  const vectors = await openVectors(join(folder, FILES.vectors), { dimensions, units });
  const last = passages.at(-1)?.record;
  const bytes = last ? last.offset + recordBytes(last.tokens, dimensions) : 0;
  const tokenFile = await openTokenFile(join(folder, FILES.tokens), dimensions, bytes);
  let unitVectors: ReadonlyMap<string, Float32Array> | undefined;
  const byId = new Map(passages.map((passage) => [passage.id, passage]));

  const tokens: PassageIndex['tokens'] = (passageId) => {
    const passage = byId.get(passageId);
    if (!passage) throw new Error(`There is no passage ${passageId} in this generation.`);
    return tokenFile.read(passage.record);
  };

  return {
    manifest,
    articles,
    passages,
    tokens,
    async nearest(vector, { limit, articleId }) {
      if (vector.length !== dimensions) {
        throw new Error(`The vector has ${vector.length} dimensions, the index ${dimensions}.`);
      }
      const filter = articleId === undefined ? undefined : { articleId: { $eq: articleId } };
      const found = await vectors.queryItems(Array.from(vector), '', limit * UNITS_PER_PASSAGE, filter);
      return groupByPassage(found.map(({ item, score }) => ({ ...item.metadata, score }))).slice(0, limit);
    },
    async encodedPassages(articleId) {
      // vectra finds an item by a scan over all of them; a map once is faster than a scan each.
      unitVectors ??= vectorsById(await vectors.listItems<UnitMetadata>());
      const known = unitVectors;
      const own = passages.filter((passage) => passage.articleId === articleId);
      return Promise.all(own.map((passage) => readEncoded(passage, known, tokens)));
    },
    close: () => tokenFile.close(),
  };
}

function vectorsById(
  items: readonly { readonly id: string; readonly vector: readonly number[] }[],
): ReadonlyMap<string, Float32Array> {
  return new Map(items.map((item) => [item.id, Float32Array.from(item.vector)]));
}

function groupByPassage(units: readonly (UnitMetadata & { readonly score: number })[]): readonly VectorHit[] {
  const hits = new Map<string, VectorHit>();
  for (const unit of units) {
    const hit = hits.get(unit.passageId) ?? { passageId: unit.passageId };
    const kind = unit.sentence < 0 ? 'passage' : 'sentence';
    // Best first, so what is there already is greater.
    hits.set(unit.passageId, { ...hit, [kind]: hit[kind] ?? unit.score });
  }
  return [...hits.values()];
}

async function readEncoded(
  stored: StoredPassage,
  units: ReadonlyMap<string, Float32Array>,
  tokens: PassageIndex['tokens'],
): Promise<EncodedPassage> {
  const { id, articleId, start, end, paragraphs, heading, sentences } = stored;
  const passage = {
    id,
    articleId,
    start,
    end,
    paragraphs,
    sentences,
    ...(heading === undefined ? {} : { heading }),
  };
  const vectorOf = (id: string): Float32Array => {
    const vector = units.get(id);
    if (!vector) throw damaged(`the vector of ${id} is missing`);
    return vector;
  };
  return {
    passage,
    vector: vectorOf(passage.id),
    sentenceVectors: passage.sentences.map((_, i) => vectorOf(`${passage.id}/${i}`)),
    tokens: await tokens(passage.id),
  };
}

/** vectra keeps neither the dimension nor a count, so a truncated file would go unnoticed. */
async function openVectors(
  path: string,
  expected: { readonly dimensions: number; readonly units: number },
): Promise<LocalIndex<UnitMetadata>> {
  const { LocalIndex, ProtobufCodec } = await import('vectra');
  const index = new LocalIndex<UnitMetadata>(dirname(path), basename(path), undefined, new ProtobufCodec());
  let items: readonly { readonly vector: readonly number[] }[];
  try {
    items = await index.listItems();
  } catch (cause) {
    throw damaged(`${path} is missing or cannot be read`, cause);
  }
  const fits = items.every((item) => item.vector.length === expected.dimensions);
  if (!fits || items.length !== expected.units) throw damaged(`${path} does not hold what the manifest says`);
  return index;
}
