import { onTestFinished } from 'vitest';
import { assembleLibrary, decisionFor, splitterFor } from '../src/app/compose.ts';
import type { OpenLibrary } from '../src/app/compose.ts';
import type { ScopeOf } from '../src/library/library-for.ts';
import type { DecisionModel } from '../src/answering/decide.ts';
import type { Article } from '../src/domain/article.ts';
import type { PassageIndex } from '../src/domain/ports/passage-index.ts';
import type { Reader } from '../src/domain/ports/reader.ts';
import type { Strictness } from '../src/domain/question.ts';
import { buildIndex } from '../src/indexing/build-index.ts';
import type { Corpus } from '../src/indexing/build-index.ts';
import { createHashEmbedder } from './doubles/hash-embedder.ts';
import { createMemoryIndexStore } from './doubles/memory-index-store.ts';

/** A corpus whose files are told apart by the articles' texts. */
export function corpusOf(articles: readonly Article[], leftOut: readonly string[] = []): Corpus {
  const entries = articles.map((article) => ({
    article,
    file: `${article.id}.md`,
    fileHash: `${article.title}: ${article.text}`,
    textHash: article.text,
  }));
  return { entries, leftOut };
}

/** The articles, indexed by the hash embedder into memory. */
export async function indexOver(articles: readonly Article[]): Promise<PassageIndex> {
  const store = createMemoryIndexStore();
  const embedder = createHashEmbedder();
  const now = () => new Date('2024-05-01T10:00:00Z');
  await buildIndex({ corpus: corpusOf(articles), embedder, store, ...splitterFor(embedder), now });
  return store.open();
}

export interface LibraryOverOptions {
  readonly strictness?: Strictness;
  readonly reader?: Reader;
  /** Instead of the shipped one. */
  readonly decision?: DecisionModel;
  /** Instead of what the articles say. */
  readonly scopeOf?: ScopeOf;
}

/** The whole of Verbatim over these articles, with the doubles for the model and the disk. */
export async function libraryOver(
  articles: readonly Article[],
  { strictness = 'balanced', reader, decision, scopeOf }: LibraryOverOptions = {},
): Promise<OpenLibrary> {
  const library = assembleLibrary({
    index: await indexOver(articles),
    embedder: createHashEmbedder(),
    config: { strictness },
    decision: decision ?? (await decisionFor(reader)),
    reader,
    ...(scopeOf && { scopeOf }),
  });
  onTestFinished(library.close);
  return library;
}
