import type { Card } from '../../../domain/card.ts';
import type { StudyPlace, StudyPreferences } from '../../../domain/ports/study-store.ts';
import type { Review, StudiedCard } from '../../../domain/study.ts';
import { DAY_MS, dayOf } from '../../../study/repetition/day-of.ts';
import type { FeatureDesk } from '../feature.ts';
import { cardStands } from '../show-card.ts';
import { NEW_PER_DAY } from './command.ts';

/** Somebody's practice as it is now. */
export interface OpenStudy {
  readonly now: number;
  readonly place: StudyPlace;
  readonly preferences: StudyPreferences;
  readonly studied: readonly StudiedCard[];
  /** Of today; all of them where that was asked for. */
  readonly reviews: readonly Review[];
  /** What can be asked: cards of the article that new ones come from, and of those that were begun. */
  readonly cards: readonly Card[];
  /** How many of those that were begun cannot be asked any more. */
  readonly resting: number;
}

export function placeOf({ serverId, userId }: FeatureDesk): StudyPlace {
  return { serverId, personId: userId };
}

/** @returns undefined when the store cannot be read just now */
export async function readPreferences(desk: FeatureDesk): Promise<StudyPreferences | undefined> {
  const found = await desk.context.guard.read(
    ({ study }) => study.preferences(placeOf(desk)),
    'failed' as const,
  );
  return found === 'failed' ? undefined : (found ?? { newPerDay: NEW_PER_DAY.usual });
}

/**
 * Cards come from what the audience may read now: one of an article that left rests.
 * @returns undefined when the store cannot be read just now
 */
export async function openStudy(
  desk: FeatureDesk,
  { all = false }: { readonly all?: boolean } = {},
): Promise<OpenStudy | undefined> {
  const { context, library } = desk;
  const place = placeOf(desk);
  const now = context.time.now();
  const preferences = await readPreferences(desk);
  const kept = await context.guard.read(
    async ({ study }) => ({
      studied: await study.cards(place),
      reviews: await study.reviews(place, all ? 0 : dayOf(now) * DAY_MS),
    }),
    undefined,
  );
  if (!preferences || !kept) return undefined;
  const articles = new Set([
    ...(preferences.articleId === undefined ? [] : [preferences.articleId]),
    ...kept.studied.map(({ articleId }) => articleId),
  ]);
  const made = await Promise.all(
    [...articles].filter((id) => library.article(id)).map((id) => context.practice.cardsOf(library, id)),
  );
  const cards = made.flat().filter((card) => isForOne(card) && cardStands(card, library));
  const known = new Set(cards.map(({ id }) => id));
  return {
    now,
    place,
    preferences,
    ...kept,
    cards: ofChosenFirst(cards, kept.studied, preferences.articleId),
    resting: kept.studied.filter(({ cardId }) => !known.has(cardId)).length,
  };
}

/** Whether somebody can ask it of themselves: whether words are altered, one guesses; of what came first, one can say when. */
function isForOne({ kind, later }: Card): boolean {
  return kind === 'order' ? later !== undefined : kind !== 'altered';
}

/** New cards come from the chosen article alone. */
function ofChosenFirst(
  cards: readonly Card[],
  studied: readonly StudiedCard[],
  articleId: string | undefined,
): readonly Card[] {
  const begun = new Set(studied.map(({ cardId }) => cardId));
  return cards.filter(({ id, quotation }) => begun.has(id) || quotation.articleId === articleId);
}
