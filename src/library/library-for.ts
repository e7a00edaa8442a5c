import { LRUCache } from 'lru-cache';
import type { Article } from '../domain/article.ts';
import type { ArticleScope } from '../domain/article-scope.ts';
import { mayRead } from '../domain/audience.ts';
import type { Library, LibraryFor } from '../domain/library.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { openEmptyLibrary } from './empty-library.ts';

/** Who may read which article, asked anew each time: a server's managers may change it. */
export type ScopeOf = (article: Article) => ArticleScope;

export interface LibraryForOptions {
  readonly index: PassageIndex;
  /** Puts the use cases over an index. */
  readonly assemble: (index: PassageIndex) => Library;
  readonly scopeOf: ScopeOf;
}

/** Selections of articles that stay open: most servers share one, and one takes 0.1 ms a passage to open again. */
const OPEN_LIBRARIES = 24;

/**
 * Filters before anything is counted or ranked: statistics of terms, aliases, corrections and choices come from the
 * audience's own articles. Audiences with the same articles share a library.
 */
export function createLibraryFor({ index, assemble, scopeOf }: LibraryForOptions): LibraryFor {
  const open = new LRUCache<string, Library>({ max: OPEN_LIBRARIES });
  return (audience) => {
    const ids = visibleIds(index.articles, (article) => mayRead(audience, scopeOf(article)));
    if (ids.length === 0) return openEmptyLibrary();
    const key = JSON.stringify(ids);
    const known = open.get(key);
    if (known) return known;
    const library = assemble(ids.length === index.articles.length ? index : index.narrow(new Set(ids)));
    open.set(key, library);
    return library;
  };
}

/** The index without the demo, when it holds anything else. */
export function withoutDemo(index: PassageIndex): PassageIndex {
  const ids = visibleIds(index.articles, () => true);
  return ids.length === index.articles.length ? index : index.narrow(new Set(ids));
}

/** The demo is left out as soon as there is anything else to read. */
function visibleIds(
  articles: readonly Article[],
  isAllowed: (article: Article) => boolean,
): readonly string[] {
  const allowed = articles.filter(isAllowed);
  const own = allowed.filter(({ demo }) => !demo);
  return (own.length > 0 ? own : allowed).map(({ id }) => id);
}
