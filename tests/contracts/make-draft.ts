import { normalise, quantiseTokens } from '../../src/adapters/model/quantise-tokens.ts';
import { coarsenTokens } from '../../src/adapters/index-store/coarsen-tokens.ts';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { ModelIdentity } from '../../src/domain/ports/embedder.ts';
import type { GenerationDraft } from '../../src/domain/ports/index-store.ts';
import type { EncodedPassage } from '../../src/domain/ports/passage-index.ts';

/** A model with few dimensions, so that a test can say which vector is near which. */
export const TINY_MODEL: ModelIdentity = {
  id: 'tiny',
  revision: 'b'.repeat(64),
  dimensions: 4,
  pooling: 'mean',
};

export type Vector = readonly [number, number, number, number];

export const EAST: Vector = [1, 0, 0, 0];
export const NORTH: Vector = [0, 1, 0, 0];
const WEST: Vector = [-1, 0, 0, 0];
const NORTH_EAST: Vector = [1, 1, 0, 0];

export function unit(vector: Vector): Float32Array {
  return normalise(Float32Array.from(vector));
}

/** A paragraph of one or more sentences, with the vectors that a model would have given it. */
export interface DraftParagraph {
  readonly text: string;
  readonly vector: Vector;
  /** One for each sentence; the paragraph's own when left out. */
  readonly sentences?: readonly Vector[];
}

export interface DraftArticle {
  readonly article: Article;
  readonly encoded: readonly EncodedPassage[];
}

/** An article whose every paragraph is a passage. */
function draftArticle(id: string, paragraphs: readonly DraftParagraph[]): DraftArticle {
  const article = buildArticle(
    { id, title: `About ${id}`, aliases: {} },
    paragraphs.map(({ text }) => ({ kind: 'paragraph', text })),
  );
  const encoded = paragraphsOf(article).map((block, i): EncodedPassage => {
    const { vector = EAST, sentences } = paragraphs[i] ?? {};
    const words = [...article.text.slice(block.start, block.end).matchAll(/\S+/g)];
    const spans = words.map((word) => ({
      start: block.start + word.index,
      end: block.start + word.index + word[0].length,
    }));
    const rows = words.map((word, j) => Float32Array.from([word[0].length, j + 1, i - 1, 0.5]));
    return {
      passage: {
        id: `${id}#${i}`,
        articleId: id,
        start: block.start,
        end: block.end,
        paragraphs: [block.number],
        sentences: block.sentences.map((span) => ({ ...span, paragraph: block.number })),
      },
      vector: unit(vector),
      sentenceVectors: block.sentences.map((_, j) => unit(sentences?.[j] ?? vector)),
      // A store may keep them as coarse as this, and no coarser.
      tokens: coarsenTokens(quantiseTokens(rows, spans, TINY_MODEL.dimensions)),
    };
  });
  return { article, encoded };
}

/** What a store is given to write; `passages` replaces the articles' own. */
export function makeDraft(
  articles: readonly DraftArticle[],
  passages: AsyncIterable<EncodedPassage> = streamOf(articles.flatMap(({ encoded }) => encoded)),
): GenerationDraft {
  return {
    manifest: {
      created: '2024-05-01T10:00:00.000Z',
      model: TINY_MODEL,
      splitter: 'by-hand',
      articles: articles.map(({ article, encoded }) => ({
        id: article.id,
        file: `${article.id}.md`,
        fileHash: 'f'.repeat(64),
        textHash: 'e'.repeat(64),
        passages: encoded.length,
      })),
      leftOut: ['A line about a file.'],
    },
    articles: articles.map(({ article }) => article),
    passages,
  };
}

async function* streamOf(passages: readonly EncodedPassage[]): AsyncGenerator<EncodedPassage> {
  for (const passage of passages) yield await Promise.resolve(passage);
}

/** Yields the passages, then fails as a model might. */
export async function* failAfter(passages: readonly EncodedPassage[]): AsyncGenerator<EncodedPassage> {
  yield* streamOf(passages);
  throw new Error('The model gave up.');
}

export const BOATS = draftArticle('boats', [
  { text: 'The Wren is a small boat. It leaks.', vector: EAST, sentences: [EAST, NORTH] },
  { text: 'Its sail is red.', vector: NORTH_EAST },
  { text: 'Nobody sails it west.', vector: WEST },
]);
export const BIRDS = draftArticle('birds', [{ text: 'The wren is a small bird — 🐦.', vector: NORTH }]);
