import { VerbatimError } from '../../src/domain/errors.ts';
import type { Manifest } from '../../src/domain/manifest.ts';
import type { GenerationDraft, IndexStore } from '../../src/domain/ports/index-store.ts';
import { narrowIndex } from '../../src/domain/ports/passage-index.ts';
import type {
  EncodedPassage,
  NearestOptions,
  PassageIndex,
  VectorHit,
} from '../../src/domain/ports/passage-index.ts';

interface Generation {
  readonly manifest: Manifest;
  readonly articles: GenerationDraft['articles'];
  readonly encoded: readonly EncodedPassage[];
}

export interface MemoryIndexStore extends IndexStore {
  /** How often something was written. */
  readonly writes: () => number;
}

/** Keeps the current generation in memory. */
export function createMemoryIndexStore(): MemoryIndexStore {
  let current: Generation | undefined;
  let writes = 0;
  return {
    location: 'memory',
    writes: () => writes,
    currentGeneration: () => Promise.resolve(current?.manifest.generation),
    currentManifest: () => Promise.resolve(current?.manifest),
    open() {
      if (!current) {
        return Promise.reject(
          new VerbatimError(
            'index-missing',
            'There is no index in memory. Run `npm run index` to build one.',
          ),
        );
      }
      return Promise.resolve(openGeneration(current));
    },
    dropOlder: () => Promise.resolve(),
    async write(draft) {
      const encoded: EncodedPassage[] = [];
      for await (const passage of draft.passages) encoded.push(checkDimensions(passage, draft));
      writes += 1;
      const manifest = { ...draft.manifest, schema: 1, generation: `memory-${writes}` };
      current = { manifest, articles: draft.articles, encoded };
      return manifest;
    },
  };
}

function checkDimensions(encoded: EncodedPassage, { manifest }: GenerationDraft): EncodedPassage {
  const { dimensions } = manifest.model;
  for (const vector of [encoded.vector, ...encoded.sentenceVectors]) {
    if (vector.length !== dimensions) {
      throw new Error(
        `A vector of ${encoded.passage.id} has ${vector.length} dimensions, the index ${dimensions}.`,
      );
    }
  }
  return encoded;
}

function openGeneration({ manifest, articles, encoded }: Generation): PassageIndex {
  const whole: PassageIndex = {
    manifest,
    articles,
    passages: encoded.map(({ passage }) => passage),
    nearest(vector, options) {
      const { dimensions } = manifest.model;
      return vector.length === dimensions
        ? Promise.resolve(findNearest(encoded, vector, options))
        : Promise.reject(new Error(`The vector has ${vector.length} dimensions, the index ${dimensions}.`));
    },
    tokens(passageId) {
      const found = encoded.find(({ passage }) => passage.id === passageId);
      return found
        ? Promise.resolve(found.tokens)
        : Promise.reject(new Error(`There is no passage ${passageId} in this generation.`));
    },
    encodedPassages: (articleId) =>
      Promise.resolve(encoded.filter(({ passage }) => passage.articleId === articleId)),
    narrow: (ids) => {
      const chosen = encoded.filter(({ passage }) => ids.has(passage.articleId));
      return narrowIndex(whole, ids, (vector, options) =>
        Promise.resolve(findNearest(chosen, vector, options)),
      );
    },
    close: () => Promise.resolve(),
  };
  return whole;
}

function findNearest(
  encoded: readonly EncodedPassage[],
  vector: Float32Array,
  { limit, articleId }: NearestOptions,
): readonly VectorHit[] {
  return encoded
    .filter(({ passage }) => articleId === undefined || passage.articleId === articleId)
    .map((entry) => ({
      passageId: entry.passage.id,
      passage: dot(vector, entry.vector),
      ...(entry.sentenceVectors.length === 0
        ? {}
        : { sentence: Math.max(...entry.sentenceVectors.map((sentence) => dot(vector, sentence))) }),
    }))
    .sort((a, b) => greatest(b) - greatest(a))
    .slice(0, limit);
}

function greatest({ passage = -1, sentence = -1 }: VectorHit): number {
  return Math.max(passage, sentence);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
}
