import { describe, expect, it } from 'vitest';
import type { Grade, Memory } from '../../../src/domain/study.ts';
import { dayOf } from '../../../src/study/repetition/day-of.ts';
import { createScheduler } from '../../../src/study/repetition/schedule-review.ts';
import type { Scheduler, SchedulerOptions } from '../../../src/study/repetition/schedule-review.ts';

const NOW = Date.UTC(2022, 11, 29, 12, 30);
const GOOD_THEN_LAPSE: readonly Grade[] = [
  ...Array<Grade>(6).fill('good'),
  'again',
  'again',
  ...Array<Grade>(5).fill('good'),
];

/** Reviews each time exactly when the card is due. */
function reviewWhenDue(scheduler: Scheduler, grades: readonly Grade[]): readonly Memory[] {
  const memories: Memory[] = [];
  for (const grade of grades) {
    const memory = memories.at(-1);
    memories.push(scheduler.review({ cardId: 'c', memory, now: memory?.due ?? NOW }, grade).memory);
  }
  return memories;
}

const daysOf = (options: SchedulerOptions, grades: readonly Grade[]): readonly number[] =>
  reviewWhenDue(createScheduler(options), grades).map(({ scheduledDays }) => scheduledDays);

describe('intervals agree with what the FSRS project publishes', () => {
  // open-spaced-repetition/ts-fsrs (MIT), packages/fsrs/__tests__/FSRS-6.test.ts, 'ivl_history'. py-fsrs, whose figures are
  // not rounded, has 497 and 20 for 498 and 21 in tests/test_basic.py, 'test_review_card'.
  it('FSRS-6 with its own parameters and short steps', () => {
    expect(daysOf({}, GOOD_THEN_LAPSE)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  // The same repository, packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, 'test1' to 'test5'.
  const weights = [
    0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904,
    0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
    // What the library itself adds to nineteen parameters.
    0, 0.5,
  ];
  it.each<[readonly Grade[], readonly number[]]>([
    [GOOD_THEN_LAPSE, [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773]],
    [
      ['again', 'hard', 'good', 'easy', 'again', 'hard', 'good', 'easy'],
      [1, 2, 6, 41, 4, 7, 21, 133],
    ],
    [
      ['hard', 'good', 'easy', 'again', 'hard', 'good', 'easy', 'again'],
      [2, 7, 54, 5, 8, 26, 171, 8],
    ],
    [
      ['good', 'easy', 'again', 'hard', 'good', 'easy', 'again', 'hard'],
      [3, 33, 4, 7, 26, 193, 9, 14],
    ],
    [
      ['easy', 'again', 'hard', 'good', 'easy', 'again', 'hard', 'good'],
      [15, 3, 6, 27, 240, 10, 17, 60],
    ],
  ])('FSRS-5 parameters without short steps: %j', (grades, intervals) => {
    expect(daysOf({ weights, shortSteps: false }, grades)).toEqual(intervals);
  });

  // open-spaced-repetition/fsrs-rs (BSD-3-Clause), src/inference.rs, 'test_memo_state', as ts-fsrs quotes it.
  it.each([
    [true, 53.62691],
    [false, 53.335106],
  ])('the memory state of fsrs-rs, short steps %s', (shortSteps, stability) => {
    const scheduler = createScheduler({ shortSteps });
    let memory: Memory | undefined;
    let now = NOW;
    const answers: readonly (readonly [Grade, number])[] = [
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ];
    for (const [grade, days] of answers) {
      now += days * 86_400_000;
      memory = scheduler.review({ cardId: 'c', memory, now }, grade).memory;
    }
    expect(memory?.stability).toBeCloseTo(stability, 4);
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  // FSRS-6.test.ts, 'first repeat'.
  it('the first answer of each grade', () => {
    const first = createScheduler().preview({ cardId: 'c', memory: undefined, now: NOW });
    expect(first.map(({ memory }) => memory.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ memory }) => memory.scheduledDays)).toEqual([0, 0, 0, 8]);
    expect(first.map(({ memory }) => memory.phase)).toEqual(['learning', 'learning', 'learning', 'review']);
  });
});

describe('what the buttons say', () => {
  const scheduler = createScheduler();
  const learnt = reviewWhenDue(scheduler, ['good', 'good', 'good']).at(-1);

  it('is what the press then does', () => {
    const request = {
      cardId: 'c',
      memory: learnt,
      now: learnt?.due ?? 0,
      load: new Map([[dayOf(NOW) + 60, 3]]),
    };
    for (const foreseen of scheduler.preview(request)) {
      expect(scheduler.review(request, foreseen.grade)).toEqual(foreseen);
    }
  });

  it('is minutes for a new or forgotten card, and days with the reason for a known one', () => {
    const fresh = scheduler.preview({ cardId: 'c', memory: undefined, now: NOW });
    expect(fresh.map(({ interval: { unit, count } }) => `${count} ${unit}`)).toEqual([
      '1 minutes',
      '6 minutes',
      '10 minutes',
      '8 days',
    ]);
    expect(fresh[0]?.reason).toEqual({ kind: 'step' });
    expect(fresh[3]?.reason).toEqual({ kind: 'first', moved: 0 });
    const [again, , good] = scheduler.preview({ cardId: 'c', memory: learnt, now: learnt?.due ?? 0 });
    expect(again?.interval).toEqual({ unit: 'minutes', count: 10 });
    expect(good?.interval).toEqual({ unit: 'days', count: 46 });
    expect(good?.reason).toMatchObject({ kind: 'recall', moved: 0 });
    // FSRS asks when nine in ten are still known.
    expect(good?.reason.kind === 'recall' ? good.reason.chance : undefined).toBeCloseTo(0.9, 1);
  });

  it('survives as JSON', () => {
    expect(JSON.parse(JSON.stringify(learnt))).toEqual(learnt);
  });
});

describe('the load', () => {
  const scheduler = createScheduler();
  const learnt = reviewWhenDue(scheduler, ['good', 'good', 'good']).at(-1);
  const now = learnt?.due ?? 0;
  const goodDays = (load: ReadonlyMap<number, number>, cardId = 'c'): number =>
    scheduler.review({ cardId, memory: learnt, now, load }, 'good').memory.scheduledDays;

  it('moves a card from a full day to a quiet one near it', () => {
    const full = new Map([[dayOf(now) + 46, 9]]);
    expect([45, 47]).toContain(goodDays(full));
    expect(goodDays(new Map())).toBe(46);
  });

  it('moves no further than FSRS would blur it', () => {
    const full = new Map(Array.from({ length: 100 }, (_, day) => [dayOf(now) + day, day === 30 ? 0 : 5]));
    expect(goodDays(full)).toBe(46);
  });

  it('chooses the same day again for the same card', () => {
    const load = new Map([[dayOf(now) + 46, 1]]);
    const days = Array.from({ length: 20 }, (_, at) => goodDays(load, `card-${at}`));
    expect(days).toEqual(Array.from({ length: 20 }, (_, at) => goodDays(load, `card-${at}`)));
    expect(new Set(days)).toEqual(new Set([45, 47]));
  });

  it('keeps the better grade the later one', () => {
    const load = new Map(Array.from({ length: 400 }, (_, day) => [dayOf(now) + day, 400 - day]));
    const days = scheduler
      .preview({ cardId: 'c', memory: learnt, now, load })
      .map(({ memory }) => memory.scheduledDays);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(4);
  });
});
