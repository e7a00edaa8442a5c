import type { DeskRef } from '../../src/domain/desk.ts';
import type { Addition, DeskStore, Removal } from '../../src/domain/ports/desk-store.ts';

export function createMemoryDeskStore(): DeskStore {
  let additions: readonly Addition[] = [];
  let removals: readonly Removal[] = [];
  const isOf =
    ({ serverId, id }: DeskRef) =>
    (row: DeskRef): boolean =>
      row.serverId === serverId && row.id === id;
  return {
    saveAddition(addition) {
      additions = [addition, ...additions];
      return Promise.resolve();
    },
    additions: (serverId) =>
      Promise.resolve(
        additions.filter((row) => row.serverId === serverId).sort((a, b) => b.at.localeCompare(a.at)),
      ),
    additionsBy: (personId) =>
      Promise.resolve(additions.filter(({ by }) => by === personId).sort((a, b) => b.at.localeCompare(a.at))),
    countAdditions: (serverId, since) =>
      Promise.resolve(additions.filter((row) => row.serverId === serverId && row.at >= since).length),
    saveRemoval(removal) {
      removals = [removal, ...removals.filter((row) => !isOf(removal)(row))];
      return Promise.resolve();
    },
    removals: (serverId) =>
      Promise.resolve(
        removals
          .filter((row) => serverId === undefined || row.serverId === serverId)
          .sort((a, b) => b.removedAt.localeCompare(a.removedAt)),
      ),
    dropRemoval(ref) {
      removals = removals.filter((row) => !isOf(ref)(row));
      return Promise.resolve();
    },
    removeArticle(ref) {
      additions = additions.filter((row) => !isOf(ref)(row));
      removals = removals.filter((row) => !isOf(ref)(row));
      return Promise.resolve();
    },
    removeOf(owner) {
      const rows = [...additions, ...removals];
      if ('personId' in owner) {
        additions = additions.map(({ by, ...row }) =>
          by === undefined || by === owner.personId ? row : { ...row, by },
        );
        removals = removals.map(({ by, ...row }) =>
          by === undefined || by === owner.personId ? row : { ...row, by },
        );
        return Promise.resolve(rows.filter(({ by }) => by === owner.personId).length);
      }
      additions = additions.filter((row) => row.serverId !== owner.serverId);
      removals = removals.filter((row) => row.serverId !== owner.serverId);
      return Promise.resolve(rows.filter((row) => row.serverId === owner.serverId).length);
    },
  };
}
