import type { Card } from '../../domain/card.ts';
import type { Review, StudiedCard } from '../../domain/study.ts';
import { dayOf } from './day-of.ts';

/** A card on a short step may come this much before its time when nothing else is left. */
const AHEAD_MS = 20 * 60_000;

export interface StudyQuestion {
  readonly now: number;
  /** What there is to learn, in the order in which new cards should come. */
  readonly cards: readonly Card[];
  readonly studied: readonly StudiedCard[];
  /** Of today at least. */
  readonly reviews: readonly Review[];
  /** New cards a day; 0 for none. */
  readonly newPerDay: number;
}

/**
 * What to show next: a card with what is remembered of it; or nothing for now, with when the next falls due (absent
 * when nothing is being learnt) and whether new cards wait behind today's limit.
 */
export type NextCard =
  | { readonly kind: 'card'; readonly card: Card; readonly studied: StudiedCard | undefined }
  | { readonly kind: 'done'; readonly nextDue?: number; readonly newWaiting: number };

/** Due first, the most overdue before the others; then new ones up to the day's limit; then short steps ahead of time. */
export function chooseNext(question: StudyQuestion): NextCard {
  const { now, cards, studied } = question;
  const byId = new Map(cards.map((card) => [card.id, card]));
  const known = new Map(studied.map((entry) => [entry.cardId, entry]));
  // A card that the article no longer has rests.
  const open = studied.filter(({ cardId }) => byId.has(cardId)).sort((a, b) => a.memory.due - b.memory.due);
  const show = (entry: StudiedCard | undefined): NextCard | undefined => {
    const card = entry && byId.get(entry.cardId);
    return card && { kind: 'card', card, studied: entry };
  };
  const due = show(open.find((entry) => isDue(entry, now)));
  if (due) return due;
  const fresh = cards.filter(({ id }) => !known.has(id));
  const left = Math.max(0, question.newPerDay - countNewToday(question));
  const [first] = fresh;
  if (first && left > 0) return { kind: 'card', card: first, studied: undefined };
  const ahead = show(open.find(({ memory }) => memory.phase !== 'review' && memory.due <= now + AHEAD_MS));
  if (ahead) return ahead;
  const [next] = open;
  return { kind: 'done', newWaiting: fresh.length, ...(next ? { nextDue: next.memory.due } : {}) };
}

/** What comes after days is due for the whole of its day; a short step at its minute. */
export function isDue({ memory }: StudiedCard, now: number): boolean {
  return memory.phase === 'review' ? dayOf(memory.due) <= dayOf(now) : memory.due <= now;
}

function countNewToday({ reviews, now }: StudyQuestion): number {
  return reviews.filter(({ at, before }) => !before && dayOf(at) === dayOf(now)).length;
}
