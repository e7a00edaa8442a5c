import type { Gap } from '../../src/domain/gap.ts';
import type { GapStore } from '../../src/domain/ports/gap-store.ts';

export function createMemoryGapStore(): GapStore {
  const gaps = new Map<string, Gap>();
  const dismissed = new Map<string, string>();
  const ofServer = (serverId: string) =>
    inOrder([...gaps.values()].filter((gap) => gap.serverId === serverId));
  const removeWhere = (matches: (gap: Gap) => boolean): Promise<number> => {
    const found = [...gaps.values()].filter(matches);
    for (const { id } of found) {
      gaps.delete(id);
      dismissed.delete(id);
    }
    return Promise.resolve(found.length);
  };
  const update = (id: string, more: Partial<Gap>): boolean => {
    const gap = gaps.get(id);
    if (gap) gaps.set(id, { ...gap, ...more });
    return gap !== undefined;
  };
  return {
    save(gap) {
      gaps.set(gap.id, gap);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(gaps.get(id)),
    list: (serverId, since) =>
      Promise.resolve(ofServer(serverId).filter(({ id, at }) => at >= since && !dismissed.has(id))),
    dismiss(serverId, ids, { by }) {
      const found = ids.filter((id) => gaps.get(id)?.serverId === serverId && !dismissed.has(id));
      for (const id of found) dismissed.set(id, by);
      return Promise.resolve(found.length);
    },
    askToBeTold: (id, tellAsker) => Promise.resolve(update(id, { tellAsker })),
    waiting: (serverId) =>
      Promise.resolve(ofServer(serverId).filter((gap) => gap.tellAsker && gap.toldAt === undefined)),
    setTold(id, toldAt) {
      const gap = gaps.get(id);
      if (!gap || gap.toldAt !== undefined) return Promise.resolve(false);
      const { tellAsker: _, ...rest } = gap;
      gaps.set(id, { ...rest, toldAt });
      return Promise.resolve(true);
    },
    async remove(id) {
      await removeWhere((gap) => gap.id === id);
    },
    listOf: (askerHash) =>
      Promise.resolve(inOrder([...gaps.values()].filter((gap) => gap.askerHash === askerHash))),
    dismissedBy: (by) =>
      Promise.resolve([...dismissed].flatMap(([id, author]) => (author === by ? [id] : [])).sort()),
    forgetAuthor(by) {
      const found = [...dismissed].filter(([, author]) => author === by);
      for (const [id] of found) dismissed.set(id, '');
      return Promise.resolve(found.length);
    },
    servers: () => Promise.resolve([...new Set([...gaps.values()].map((gap) => gap.serverId))].sort()),
    removeBefore: (moment) => removeWhere(({ at }) => at < moment),
    removeOf: (owner) =>
      removeWhere((gap) =>
        'askerHash' in owner ? gap.askerHash === owner.askerHash : gap.serverId === owner.serverId,
      ),
  };
}

function inOrder(gaps: readonly Gap[]): readonly Gap[] {
  return [...gaps].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}
