import type { KeptStudy, StudyPlace, StudyStore } from '../../src/domain/ports/study-store.ts';

type Shelf = KeptStudy & { readonly personId: string };

export function createMemoryStudyStore(): StudyStore {
  const shelves = new Map<string, Shelf>();
  const keyOf = ({ serverId, personId }: StudyPlace) => `${serverId ?? ''} ${personId}`;
  const shelfOf = (place: StudyPlace): Shelf =>
    shelves.get(keyOf(place)) ?? { ...place, preferences: undefined, cards: [], reviews: [] };
  const change = (place: StudyPlace, more: Partial<KeptStudy>): void => {
    shelves.set(keyOf(place), { ...shelfOf(place), ...more });
  };
  const withCards = (place: StudyPlace, cards: KeptStudy['cards']): KeptStudy['cards'] => {
    const changed = new Set(cards.map(({ cardId }) => cardId));
    return [...shelfOf(place).cards.filter(({ cardId }) => !changed.has(cardId)), ...cards].sort(
      (a, b) => a.memory.due - b.memory.due || a.cardId.localeCompare(b.cardId),
    );
  };
  const inOrder = (place: StudyPlace) =>
    [...shelfOf(place).reviews].sort(
      (a, b) => a.at - b.at || (a.before?.reviews ?? 0) - (b.before?.reviews ?? 0),
    );
  return {
    preferences: (place) => Promise.resolve(shelfOf(place).preferences),
    prefer(place, preferences) {
      change(place, { preferences });
      return Promise.resolve();
    },
    cards: (place) => Promise.resolve(shelfOf(place).cards),
    reviews: (place, since) => Promise.resolve(inOrder(place).filter(({ at }) => at >= since)),
    record(place, review, memory) {
      const { reviews } = shelfOf(place);
      const number = review.before?.reviews ?? 0;
      const isKnown = reviews.some(
        ({ cardId, before }) => cardId === review.cardId && (before?.reviews ?? 0) === number,
      );
      if (isKnown) return Promise.resolve(false);
      const { cardId, articleId } = review;
      change(place, {
        reviews: [...reviews, review],
        cards: withCards(place, [{ cardId, articleId, memory }]),
      });
      return Promise.resolve(true);
    },
    takeBack(place) {
      const last = inOrder(place).at(-1);
      if (!last) return Promise.resolve(undefined);
      const { cards, reviews } = shelfOf(place);
      const { cardId, articleId, before } = last;
      change(place, {
        reviews: reviews.filter((review) => review !== last),
        cards: before
          ? withCards(place, [{ cardId, articleId, memory: before }])
          : cards.filter((card) => card.cardId !== cardId),
      });
      return Promise.resolve(last);
    },
    reschedule(place, cards, preferences) {
      change(place, { cards: withCards(place, cards), preferences });
      return Promise.resolve();
    },
    exportOf: (personId) =>
      Promise.resolve(
        [...shelves.values()]
          .filter((shelf) => shelf.personId === personId)
          .sort((a, b) => (a.serverId ?? '').localeCompare(b.serverId ?? ''))
          .map(({ serverId, preferences, cards, reviews }) => ({ serverId, preferences, cards, reviews })),
      ),
    removeOf(owner) {
      let removed = 0;
      for (const [key, shelf] of shelves) {
        const isTheirs =
          'personId' in owner ? shelf.personId === owner.personId : shelf.serverId === owner.serverId;
        if (!isTheirs) continue;
        removed += shelf.cards.length + shelf.reviews.length;
        shelves.delete(key);
      }
      return Promise.resolve(removed);
    },
  };
}
