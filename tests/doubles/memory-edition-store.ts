import type { Edition } from '../../src/domain/edition.ts';
import type { EditionStore } from '../../src/domain/ports/edition-store.ts';

export function createMemoryEditionStore(): EditionStore {
  let editions: readonly Edition[] = [];
  return {
    save(edition) {
      const { serverId, id, article } = edition;
      const isSame = (other: Edition): boolean =>
        other.serverId === serverId && other.id === id && other.article.text === article.text;
      editions = [edition, ...editions.filter((other) => !isSame(other))];
      return Promise.resolve();
    },
    editionsOf: ({ serverId, id }) =>
      Promise.resolve(
        editions
          .filter((edition) => edition.serverId === serverId && edition.id === id)
          .sort((a, b) => b.replacedAt.localeCompare(a.replacedAt)),
      ),
    articles: () => {
      const refs = new Map(editions.map(({ serverId, id }) => [`${serverId} ${id}`, { serverId, id }]));
      return Promise.resolve([...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref));
    },
    removeArticle({ serverId, id }) {
      editions = editions.filter((edition) => edition.serverId !== serverId || edition.id !== id);
      return Promise.resolve();
    },
    removeOf({ serverId }) {
      const before = editions.length;
      editions = editions.filter((edition) => edition.serverId !== serverId);
      return Promise.resolve(before - editions.length);
    },
  };
}
