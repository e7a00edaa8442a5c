import type { Store } from '../domain/ports/store.ts';

/** Somebody as the store knows them: by Discord's id, and by a pseudonym in each server and in direct messages. */
export interface Person {
  readonly id: string;
  readonly hashes: readonly string[];
}

/** One kind of thing that belongs to people or servers. */
export interface DataHolder {
  /** In what a person is shown. */
  readonly name: string;
  /** All that is kept of that person, as JSON can hold it. */
  readonly exportOf: (store: Store, person: Person) => Promise<readonly unknown[]>;
  readonly removeOf: (store: Store, person: Person) => Promise<unknown>;
  readonly removeServer: (store: Store, serverId: string) => Promise<unknown>;
}

/**
 * Everybody who keeps something of a person or a server; what joins the store joins here, by one entry. Votes come
 * before the exchanges that they go with.
 */
export const DATA_HOLDERS: readonly DataHolder[] = [
  {
    name: 'votes',
    exportOf: (store, { hashes }) =>
      eachOf(hashes, async (hash) =>
        (await store.feedback.givenBy(hash)).map(({ exchangeId, vote: { vote, reason, at } }) => ({
          exchangeId,
          vote,
          at,
          ...(reason && { reason }),
        })),
      ),
    removeOf: (store, { hashes }) =>
      Promise.all(hashes.map((voterHash) => store.feedback.removeOf({ voterHash }))),
    removeServer: (store, serverId) => store.feedback.removeOf({ serverId }),
  },
  {
    name: 'questions',
    exportOf: (store, { id }) => store.exchanges.listOf(id),
    removeOf: (store, { id }) => store.exchanges.removeOf({ askerId: id }),
    removeServer: (store, serverId) => store.exchanges.removeOf({ serverId }),
  },
  {
    name: 'unansweredQuestions',
    exportOf: (store, { hashes }) =>
      eachOf(hashes, async (hash) =>
        (await store.gaps.listOf(hash)).map((gap) => ({ ...gap, vector: undefined, askerHash: undefined })),
      ),
    removeOf: (store, { hashes }) =>
      Promise.all(hashes.map((askerHash) => store.gaps.removeOf({ askerHash }))),
    removeServer: (store, serverId) => store.gaps.removeOf({ serverId }),
  },
  {
    name: 'dismissedQuestions',
    exportOf: (store, { id }) => store.gaps.dismissedBy(id),
    removeOf: (store, { id }) => store.gaps.forgetAuthor(id),
    removeServer: () => Promise.resolve(),
  },
  {
    name: 'settingsChanges',
    exportOf: (store, { id }) => store.settings.changesBy(id),
    removeOf: (store, { id }) => store.settings.forgetAuthor(id),
    removeServer: (store, serverId) => store.settings.removeOf(serverId),
  },
  {
    name: 'articleScopes',
    exportOf: (store, { id }) => store.scopes.setBy(id),
    removeOf: (store, { id }) => store.scopes.forgetAuthor(id),
    // Which articles a server may read is its operator's, not the server's.
    removeServer: () => Promise.resolve(),
  },
  {
    name: 'addedArticles',
    exportOf: async ({ desk }, { id }) => [
      ...(await desk.additionsBy(id)),
      ...(await desk.removals()).filter(({ by }) => by === id),
    ],
    // The article is the server's; only who it was goes.
    removeOf: ({ desk }, { id }) => desk.removeOf({ personId: id }),
    removeServer: async ({ desk, editions }, serverId) => {
      await editions.removeOf({ serverId });
      await desk.removeOf({ serverId });
    },
  },
  {
    name: 'quizAnswers',
    exportOf: ({ quizzes }, { id }) => quizzes.exportOf(id),
    removeOf: ({ quizzes }, { id }) => quizzes.removeOf({ personId: id }),
    removeServer: ({ quizzes }, serverId) => quizzes.removeOf({ serverId }),
  },
  {
    name: 'readings',
    exportOf: ({ readings }, { id }) => readings.exportOf(id),
    removeOf: ({ readings }, { id }) => readings.removeOf({ personId: id }),
    removeServer: ({ readings }, serverId) => readings.removeOf({ serverId }),
  },
  {
    name: 'studies',
    exportOf: ({ study }, { id }) => study.exportOf(id),
    removeOf: ({ study }, { id }) => study.removeOf({ personId: id }),
    removeServer: ({ study }, serverId) => study.removeOf({ serverId }),
  },
  {
    name: 'notes',
    exportOf: ({ notes }, { id }) => notes.exportOf(id),
    removeOf: ({ notes }, { id }) => notes.removeOf({ personId: id }),
    removeServer: ({ notes }, serverId) => notes.removeOf({ serverId }),
  },
];

async function eachOf<T>(
  keys: readonly string[],
  list: (key: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  return (await Promise.all(keys.map(list))).flat();
}
