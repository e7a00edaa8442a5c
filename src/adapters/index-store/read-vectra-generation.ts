import { join } from 'node:path';
import type { IndexCodec, LocalIndex } from 'vectra';
import type { Manifest } from '../../domain/manifest.ts';
import { narrowIndex } from '../../domain/ports/passage-index.ts';
import type { EncodedPassage, PassageIndex, VectorHit } from '../../domain/ports/passage-index.ts';
import { ARTICLES, FILES, FORMER_VECTORS, PASSAGES, readChecked } from './generation-files.ts';
import type { StoredPassage } from './generation-files.ts';
import { readFormerVectors } from './read-former-vectors.ts';
import { openTokenFile, recordBytes } from './token-file.ts';
import type { UnitMetadata, UnitVectors } from './unit-vectors.ts';
import { readVectors } from './unit-vectors.ts';

/** Units asked of vectra for each passage wanted: several sentences of one passage may be near. */
const UNITS_PER_PASSAGE = 6;

/** @throws VerbatimError index-damaged */
export async function openVectraGeneration(folder: string, manifest: Manifest): Promise<PassageIndex> {
  const { dimensions } = manifest.model;
  const isFormer = manifest.schema === 1;
  const [articles, passages] = await Promise.all([
    readChecked(join(folder, FILES.articles), ARTICLES),
    readChecked(join(folder, FILES.passages), PASSAGES),
  ]);
  const path = join(folder, isFormer ? FORMER_VECTORS : FILES.vectors);
  const vectors = await (isFormer ? readFormerVectors : readVectors)(path, { passages, dimensions });
  const layout = { dimensions, bits: isFormer ? 8 : 4 } as const;
  const last = passages.at(-1)?.record;
  const bytes = last ? last.offset + recordBytes(last.tokens, layout) : 0;
  const tokenFile = await openTokenFile(join(folder, FILES.tokens), layout, bytes);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));

  const tokens: PassageIndex['tokens'] = (passageId) => {
    const passage = byId.get(passageId);
    if (!passage) throw new Error(`There is no passage ${passageId} in this generation.`);
    return tokenFile.read(passage.record);
  };

  const encodedPassages: PassageIndex['encodedPassages'] = (articleId) =>
    Promise.all(
      passages
        .filter((passage) => passage.articleId === articleId)
        .map(async (passage) => readEncoded(passage, vectors, await tokens(passage.id))),
    );
  const whole: PassageIndex = {
    manifest,
    articles,
    passages,
    tokens,
    nearest: searchAmong(passages, vectors, dimensions),
    encodedPassages,
    narrow(articleIds) {
      const chosen = passages.filter(({ articleId }) => articleIds.has(articleId));
      return narrowIndex(whole, articleIds, searchAmong(chosen, vectors, dimensions));
    },
    close: () => tokenFile.close(),
  };
  return whole;
}

function searchAmong(
  passages: readonly StoredPassage[],
  vectors: UnitVectors,
  dimensions: number,
): PassageIndex['nearest'] {
  // An indexer that only takes vectors over searches nothing.
  let search: Promise<LocalIndex<UnitMetadata>> | undefined;
  return async (vector, { limit, articleId }) => {
    if (vector.length !== dimensions) {
      throw new Error(`The vector has ${vector.length} dimensions, the index ${dimensions}.`);
    }
    const filter = articleId === undefined ? undefined : { articleId: { $eq: articleId } };
    search ??= openSearch(vectors.codecOf(passages));
    const found = await (await search).queryItems(Array.from(vector), '', limit * UNITS_PER_PASSAGE, filter);
    return groupByPassage(found.map(({ item, score }) => ({ ...item.metadata, score }))).slice(0, limit);
  };
}

/** The vectors are in memory already; the generation's folder may be gone by now. */
async function openSearch(codec: IndexCodec): Promise<LocalIndex<UnitMetadata>> {
  // vectra takes 0.7 s to import.
  const { LocalIndex, VirtualFileStorage } = await import('vectra');
  const storage = new VirtualFileStorage();
  await storage.upsertFile('/generation/vectors', '');
  return new LocalIndex<UnitMetadata>('/generation', 'vectors', storage, codec);
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

function readEncoded(
  stored: StoredPassage,
  vectors: UnitVectors,
  tokens: EncodedPassage['tokens'],
): EncodedPassage {
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
  const [vector = new Float32Array(), ...sentenceVectors] = vectors.of(id);
  return { passage, vector, sentenceVectors, tokens };
}
