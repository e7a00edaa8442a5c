import type { ArticleScope } from '../../src/domain/article-scope.ts';
import type { ScopeStore } from '../../src/domain/ports/scope-store.ts';

export function createMemoryScopeStore(): ScopeStore {
  const scopes = new Map<string, { readonly scope: ArticleScope; readonly by: string }>();
  let revision = 0;
  return {
    all: () =>
      Promise.resolve(new Map([...scopes].sort().map(([articleId, { scope }]) => [articleId, scope]))),
    set(articleId, scope, { by }) {
      revision += 1;
      scopes.set(articleId, { scope, by });
      return Promise.resolve();
    },
    remove(articleId) {
      revision += 1;
      scopes.delete(articleId);
      return Promise.resolve();
    },
    revision: () => Promise.resolve(revision),
    setBy: (by) =>
      Promise.resolve(
        [...scopes].flatMap(([articleId, entry]) => (entry.by === by ? [articleId] : [])).sort(),
      ),
    forgetAuthor(by) {
      const found = [...scopes].filter(([, entry]) => entry.by === by);
      for (const [articleId, { scope }] of found) scopes.set(articleId, { scope, by: '' });
      return Promise.resolve(found.length);
    },
  };
}
