import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/seeded-random.ts';
import type { Review, StudiedCard } from '../../../src/domain/study.ts';
import { chooseNext } from '../../../src/study/repetition/choose-next.ts';
import { DAY_MS, dayOf } from '../../../src/study/repetition/day-of.ts';
import { createScheduler } from '../../../src/study/repetition/schedule-review.ts';
import { countLoad } from '../../../src/study/repetition/spread-load.ts';
import { studyStats } from '../../../src/study/repetition/study-stats.ts';
import { makeCard } from '../../doubles/make-card.ts';

const MORNING = Date.UTC(2026, 10, 28, 8);
const CARDS = Array.from({ length: 120 }, (_, at) => makeCard(at));
const DAYS = 42;

interface Diary {
  readonly studied: readonly StudiedCard[];
  readonly reviews: readonly Review[];
}

/** Somebody who studies every morning until nothing is left, and forgets as the model says that people do. */
function studySixWeeks({ spread = true, newPerDay = 5 } = {}): Diary {
  const scheduler = createScheduler();
  const random = createRandom(11);
  const reviews: Review[] = [];
  let studied: readonly StudiedCard[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    let now = MORNING + day * DAY_MS;
    for (;;) {
      const next = chooseNext({ now, cards: CARDS, studied, reviews, newPerDay });
      if (next.kind === 'done') break;
      const { id: cardId } = next.card;
      const memory = next.studied?.memory;
      const knew = memory ? random() < scheduler.recall(memory, now) : random() < 0.5;
      const grade = knew ? 'good' : 'again';
      const load = spread ? { load: countLoad(studied) } : {};
      const outcome = scheduler.review({ cardId, memory, now, ...load }, grade);
      reviews.push({ cardId, articleId: 'kiln', at: now, grade, ...(memory ? { before: memory } : {}) });
      studied = [
        ...studied.filter((entry) => entry.cardId !== cardId),
        { cardId, articleId: 'kiln', memory: outcome.memory },
      ];
      now += 20_000;
    }
  }
  return { studied, reviews };
}

const perDay = (reviews: readonly Review[]): readonly number[] =>
  Array.from(
    { length: DAYS },
    (_, day) => reviews.filter(({ at }) => dayOf(at) - dayOf(MORNING) === day).length,
  );

describe('six weeks of study', () => {
  const diary = studySixWeeks();

  it('begin no more new cards a day than the limit, until all are begun', () => {
    const begun = perDay(diary.reviews.filter(({ before }) => !before));
    expect(begun.slice(0, 24)).toEqual(Array(24).fill(5));
    expect(begun.slice(24)).toEqual(Array(DAYS - 24).fill(0));
  });

  it('leave nothing overdue on any evening', () => {
    const end = MORNING + (DAYS - 1) * DAY_MS;
    for (const { memory } of diary.studied) expect(dayOf(memory.due)).toBeGreaterThan(dayOf(end));
  });

  it('show no card twice on a day once it is known', () => {
    const known = diary.reviews.filter(({ before }) => before?.phase === 'review');
    const keys = known.map(({ cardId, at }) => `${cardId} ${dayOf(at)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('ask a learnt card at the day that was named, which is within the blur of FSRS', () => {
    for (const { before, at } of diary.reviews) {
      if (before?.phase === 'review') expect(dayOf(at)).toBe(dayOf(before.due));
    }
  });

  it('measure a retention near the nine in ten that FSRS aims at', () => {
    const { retention, begun, learnt } = studyStats(diary.studied, diary.reviews, {
      now: MORNING + DAYS * DAY_MS,
    });
    expect(begun).toBe(CARDS.length);
    expect(learnt).toBe(CARDS.length);
    expect(retention?.asked).toBeGreaterThan(200);
    expect((retention?.known ?? 0) / (retention?.asked ?? 1)).toBeGreaterThan(0.85);
    expect((retention?.known ?? 0) / (retention?.asked ?? 1)).toBeLessThan(0.95);
  });

  it('are spread: after a rush of new cards the fullest days are less full than without spreading', () => {
    const rush = { newPerDay: 40 };
    const fullest = ({ reviews }: Diary): number => Math.max(...perDay(reviews).slice(7));
    const unspread = fullest(studySixWeeks({ ...rush, spread: false }));
    expect(fullest(studySixWeeks(rush))).toBeLessThan(0.8 * unspread);
  });

  it('are the same when lived again', () => {
    expect(studySixWeeks()).toEqual(diary);
  });
});
