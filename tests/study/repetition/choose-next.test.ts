import { describe, expect, it } from 'vitest';
import type { Memory, Review, StudiedCard } from '../../../src/domain/study.ts';
import { chooseNext } from '../../../src/study/repetition/choose-next.ts';
import { DAY_MS } from '../../../src/study/repetition/day-of.ts';
import { createScheduler } from '../../../src/study/repetition/schedule-review.ts';
import { studyStats } from '../../../src/study/repetition/study-stats.ts';
import { endPause, takeBack } from '../../../src/study/repetition/take-back.ts';
import { makeCard } from '../../doubles/make-card.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const CARDS = [0, 1, 2, 3].map((at) => makeCard(at));

function studied(at: number, change: Partial<Memory>): StudiedCard {
  const memory: Memory = {
    phase: 'review',
    due: NOW,
    lastReview: NOW - 5 * DAY_MS,
    stability: 5,
    difficulty: 5,
    scheduledDays: 5,
    step: 0,
    reviews: 3,
    lapses: 0,
    ...change,
  };
  return { cardId: `card-${at}`, articleId: 'kiln', memory };
}

function next(
  entries: readonly StudiedCard[],
  change: { readonly reviews?: readonly Review[]; readonly newPerDay?: number } = {},
) {
  const chosen = chooseNext({
    now: NOW,
    cards: CARDS,
    studied: entries,
    reviews: [],
    newPerDay: 2,
    ...change,
  });
  return chosen.kind === 'card' ? chosen.card.id : chosen;
}

describe('chooseNext', () => {
  it('shows the most overdue card first, before any new one', () => {
    expect(next([studied(2, { due: NOW - 1000 }), studied(3, { due: NOW - DAY_MS })])).toBe('card-3');
  });

  it('counts a day as due from its beginning, and a short step from its minute', () => {
    expect(next([studied(2, { due: NOW + 3_600_000 })])).toBe('card-2');
    expect(next([studied(2, { phase: 'learning', due: NOW + 60_000 })])).toBe('card-0');
    expect(next([studied(2, { due: NOW + DAY_MS })])).toBe('card-0');
  });

  it('shows no more new cards than the day allows, and says that some wait', () => {
    const first = (at: number, time: number): Review => ({
      cardId: `card-${at}`,
      articleId: 'kiln',
      at: time,
      grade: 'good',
    });
    const entries = [studied(0, { due: NOW + 3 * DAY_MS }), studied(1, { due: NOW + 2 * DAY_MS })];
    expect(next(entries, { reviews: [first(0, NOW - 1000), first(1, NOW - 500)] })).toEqual({
      kind: 'done',
      nextDue: NOW + 2 * DAY_MS,
      newWaiting: 2,
    });
    expect(next(entries, { reviews: [first(0, NOW - DAY_MS), first(1, NOW - 500)] })).toBe('card-2');
    expect(next([], { newPerDay: 0 })).toEqual({ kind: 'done', newWaiting: 4 });
  });

  it('brings a short step forward when nothing else is left', () => {
    const learning = studied(0, { phase: 'learning', due: NOW + 10 * 60_000 });
    expect(next([learning], { newPerDay: 0 })).toBe('card-0');
    const later = studied(0, { phase: 'learning', due: NOW + 30 * 60_000 });
    expect(next([later], { newPerDay: 0 })).toMatchObject({ kind: 'done', nextDue: NOW + 30 * 60_000 });
  });

  it('lets a card rest that the article no longer has', () => {
    const gone: StudiedCard = { ...studied(0, { due: NOW - DAY_MS }), cardId: 'gone' };
    expect(next([gone], { newPerDay: 0 })).toEqual({ kind: 'done', newWaiting: 4 });
  });
});

describe('an answer taken back', () => {
  it('leaves what was before, and nothing of a first answer', () => {
    const scheduler = createScheduler();
    const before = studied(0, {});
    const { memory } = scheduler.review({ cardId: 'card-0', memory: before.memory, now: NOW }, 'again');
    const review: Review = {
      cardId: 'card-0',
      articleId: 'kiln',
      at: NOW,
      grade: 'again',
      before: before.memory,
    };
    const others = [studied(1, {})];
    expect(takeBack([{ ...before, memory }, ...others], review)).toEqual([before, ...others]);
    expect(
      takeBack([{ ...before, memory }], { cardId: 'card-0', articleId: 'kiln', at: NOW, grade: 'good' }),
    ).toEqual([]);
  });
});

describe('a pause', () => {
  it('puts off what fell due in it by its length, and nothing that was due before', () => {
    const since = NOW - 10 * DAY_MS;
    const after = endPause([studied(0, { due: since - 1 }), studied(1, { due: since + DAY_MS })], {
      since,
      now: NOW,
    });
    expect(after.map(({ memory }) => memory.due)).toEqual([since - 1, NOW + DAY_MS]);
  });
});

describe('studyStats', () => {
  it('counts what is due, this week and the next, and what is overdue for today', () => {
    const entries = [-3, 0, 1, 6, 7, 13, 14].map((days, at) => studied(at, { due: NOW + days * DAY_MS }));
    const stats = studyStats(entries, [], { now: NOW });
    expect(stats).toMatchObject({ dueNow: 2, thisWeek: 4, nextWeek: 2, begun: 7, learnt: 7 });
    expect(stats.forecast).toEqual([2, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('measures retention on learnt cards alone, and has none before there was an answer', () => {
    const answered = (grade: Review['grade'], phase?: Memory['phase']): Review => ({
      cardId: 'card-0',
      articleId: 'kiln',
      at: NOW,
      grade,
      ...(phase ? { before: studied(0, { phase }).memory } : {}),
    });
    const reviews = [
      answered('again'),
      answered('again', 'learning'),
      answered('good', 'review'),
      answered('again', 'review'),
    ];
    expect(studyStats([], reviews, { now: NOW }).retention).toEqual({ known: 1, asked: 2 });
    expect(studyStats([], reviews.slice(0, 2), { now: NOW }).retention).toBeUndefined();
  });
});
