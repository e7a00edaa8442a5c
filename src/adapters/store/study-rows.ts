import { z } from 'zod';
import type { StudyPlace, StudyPreferences } from '../../domain/ports/study-store.ts';
import { GRADES } from '../../domain/study.ts';
import type { Memory, Review, StudiedCard } from '../../domain/study.ts';
import type { StudyCardRow, StudyReviewRow } from './store-tables.ts';

const MEMORY: z.ZodType<Memory> = z
  .object({
    phase: z.enum(['learning', 'review', 'relearning']),
    due: z.number(),
    lastReview: z.number(),
    stability: z.number(),
    difficulty: z.number(),
    scheduledDays: z.number(),
    step: z.number(),
    reviews: z.number(),
    lapses: z.number(),
  })
  .readonly();

const PREFERENCES: z.ZodType<StudyPreferences> = z
  .object({
    newPerDay: z.int().min(0),
    articleId: z.string().exactOptional(),
    pausedAt: z.number().exactOptional(),
  })
  .readonly();

const GRADE = z.enum(GRADES);

/** @throws ZodError when it is not what this release has written, as the others here */
export function readPreferences(json: string): StudyPreferences {
  return PREFERENCES.parse(JSON.parse(json));
}

export function keyOf({ serverId, personId }: StudyPlace): { server_id: string; person_id: string } {
  return { server_id: serverId ?? '', person_id: personId };
}

export function toCardRow(place: StudyPlace, { cardId, articleId, memory }: StudiedCard): StudyCardRow {
  return {
    ...keyOf(place),
    card_id: cardId,
    article_id: articleId,
    memory: JSON.stringify(memory),
    due_at: new Date(memory.due).toISOString(),
  };
}

export function toStudiedCard(row: StudyCardRow): StudiedCard {
  return {
    cardId: row.card_id,
    articleId: row.article_id,
    memory: MEMORY.parse(JSON.parse(row.memory)),
  };
}

export function toReviewRow(place: StudyPlace, review: Review): StudyReviewRow {
  return {
    ...keyOf(place),
    card_id: review.cardId,
    number: review.before?.reviews ?? 0,
    article_id: review.articleId,
    reviewed_at: new Date(review.at).toISOString(),
    grade: review.grade,
    before: review.before ? JSON.stringify(review.before) : null,
  };
}

export function toReview(row: StudyReviewRow): Review {
  return {
    cardId: row.card_id,
    articleId: row.article_id,
    at: Date.parse(row.reviewed_at),
    grade: GRADE.parse(row.grade),
    ...(row.before !== null && { before: MEMORY.parse(JSON.parse(row.before)) }),
  };
}
