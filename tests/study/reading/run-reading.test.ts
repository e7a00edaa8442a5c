import { describe, expect, it } from 'vitest';
import type { Article, ParagraphBlock, ParagraphRole } from '../../../src/domain/article.ts';
import type { Reading } from '../../../src/domain/reading.ts';
import { planPortion } from '../../../src/study/reading/plan-portion.ts';
import {
  advanceReading,
  completePortion,
  dueAt,
  pauseReading,
  resumeReading,
  stirReading,
  stopReading,
} from '../../../src/study/reading/run-reading.ts';
import { makeReading } from '../../contracts/reading-store-contract.ts';
import { makeArticle } from '../../doubles/library.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 08:30 in Berlin. */
const START = Date.UTC(2026, 1, 2, 7, 30);

const sentence = (number: number) => `This is sentence number ${number} of the harbour book.`;
const harbour = (...numbers: readonly number[]): Article =>
  makeArticle('harbour', numbers.map(sentence).join('\n\n'));

/** The same with what some of its paragraphs are, by their numbers. */
function withRoles(article: Article, roles: Readonly<Record<number, ParagraphRole>>): Article {
  const blocks = article.blocks.map((block) => {
    const role = block.kind === 'paragraph' ? roles[block.number] : undefined;
    return role === undefined ? block : { ...(block as ParagraphBlock), role };
  });
  return { ...article, blocks };
}

function step(reading: Reading, article: Article | undefined, now: number): Reading {
  return completePortion(advanceReading(reading, article, now), `m${now}`, now);
}

const BEGUN = makeReading('r1', { nextAt: START, startedAt: START });
const placesOf = ({ portions }: Reading) => portions.map(({ from, to }) => `${from}-${to}`);

describe('a reading', () => {
  it('posts a portion at once and then each day, to the last', () => {
    const article = harbour(1, 2, 3, 4, 5);
    let reading = step(BEGUN, article, START);
    // 08:00 in Berlin, and not in half an hour.
    expect(new Date(reading.nextAt).toISOString()).toBe('2026-02-03T07:00:00.000Z');
    expect(advanceReading(reading, article, reading.nextAt - 1)).toBe(reading);
    reading = step(reading, article, reading.nextAt);
    expect(placesOf(reading)).toEqual(['1-2', '3-4']);
    expect(reading.portions.map(({ last }) => last)).toEqual([3, 3]);
    expect(reading.phase).toBe('reading');
    reading = step(reading, article, reading.nextAt);
    expect(placesOf(reading)).toEqual(['1-2', '3-4', '5-5']);
    expect(reading).toMatchObject({ phase: 'over' });
    expect(reading.portions.at(-1)?.nextAt).toBeUndefined();
    expect(dueAt(reading)).toBeUndefined();
  });

  it('posts one portion after several were missed, and goes on at its time', () => {
    const article = harbour(1, 2, 3, 4, 5, 6, 7, 8);
    const reading = step(step(BEGUN, article, START), article, START + 4 * DAY + 20 * HOUR);
    expect(placesOf(reading)).toEqual(['1-2', '3-4']);
    // It is 04:30: that day's 08:00 is too near.
    expect(new Date(reading.nextAt).toISOString()).toBe('2026-02-08T07:00:00.000Z');
  });

  it('waits after three portions that nobody pressed, until somebody does', () => {
    const article = harbour(...Array.from({ length: 12 }, (_, index) => index));
    let reading = BEGUN;
    for (let day = 0; day < 3; day += 1) reading = step(reading, article, reading.nextAt);
    const stirred = step(stirReading(reading), article, reading.nextAt);
    expect(stirred).toMatchObject({ phase: 'reading', unpressed: 1 });
    const due = reading.nextAt;
    reading = advanceReading(reading, article, due);
    expect(reading).toMatchObject({ phase: 'quiet', notice: { kind: 'quiet', messageId: '' } });
    expect(advanceReading(reading, article, due + 9 * DAY)).toBe(reading);
    reading = step(resumeReading(reading, due + DAY), article, due + DAY);
    expect(placesOf(reading)).toHaveLength(4);
    expect(reading.unpressed).toBe(1);
    expect(reading.notice).toBeUndefined();
  });

  it('rests while its article is gone, says so once, and goes on when it is back', () => {
    const article = harbour(1, 2, 3, 4);
    let reading = step(BEGUN, article, START);
    reading = advanceReading(reading, undefined, reading.nextAt);
    expect(reading).toMatchObject({ phase: 'gone', notice: { kind: 'gone', messageId: '' }, unpressed: 1 });
    const told: Reading = { ...reading, notice: { kind: 'gone', messageId: '5' } };
    const still = advanceReading(told, undefined, told.nextAt);
    expect(still.notice).toEqual(told.notice);
    expect(still.nextAt).toBe(told.nextAt + DAY);
    expect(placesOf(step(still, article, still.nextAt))).toEqual(['1-2', '3-4']);
  });

  it('can be paused and stopped, each once', () => {
    const paused = pauseReading(BEGUN);
    expect(paused).toMatchObject({ phase: 'paused', notice: { kind: 'paused' } });
    expect(pauseReading(paused)).toBe(paused);
    expect(resumeReading(BEGUN, START)).toBe(BEGUN);
    const stopped = stopReading(paused);
    expect(stopped).toMatchObject({ phase: 'over', notice: { kind: 'stopped' } });
    expect(stopReading(stopped)).toBe(stopped);
    expect(resumeReading(stopped, START)).toBe(stopped);
  });

  it.each<[string, Article, readonly string[]]>([
    ['a paragraph was put before', harbour(9, 1, 2, 3, 4, 5, 6), ['1-2', '4-5']],
    ['what was read was changed', harbour(1, 8, 3, 4, 5, 6), ['1-2', '2-3']],
    ['nothing of it stands any more', harbour(11, 12, 13, 14), ['1-2', '3-4']],
    ['all that stands was read', harbour(1, 2), ['1-2']],
  ])('goes on by the text when %s', (_name, changed, places) => {
    const before = step(BEGUN, harbour(1, 2, 3, 4, 5, 6), START);
    const reading = step(before, changed, before.nextAt);
    expect(placesOf(reading)).toEqual(places);
    if (places.length === 1) expect(reading).toMatchObject({ phase: 'over', notice: { kind: 'ended' } });
  });

  it('takes the nearest of several paragraphs alike', () => {
    const before = step(
      step(BEGUN, harbour(1, 7, 2, 7, 3, 4), START),
      harbour(1, 7, 2, 7, 3, 4),
      START + DAY,
    );
    expect(placesOf(before)).toEqual(['1-2', '3-4']);
    expect(placesOf(step(before, harbour(7, 1, 7, 2, 7, 3, 4), before.nextAt)).at(-1)).toBe('6-7');
  });
});

describe('a portion', () => {
  const numbersIn = (article: Article, perDay: number) =>
    planPortion(article, [], perDay)?.paragraphs.map(({ number }) => number);

  it('takes short rows and items along, and leaves lists of sources out', () => {
    const article = withRoles(harbour(1, 2, 3, 4, 5, 6), {
      1: 'contents',
      3: 'item',
      4: 'item',
      6: 'reference',
    });
    expect(numbersIn(article, 1)).toEqual([2, 3, 4]);
    expect(planPortion(article, [], 1)?.left).toBe(2);
    expect(numbersIn(article, 5)).toEqual([2, 3, 4, 5]);
  });

  it('does not grow without end where there are rows alone', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    const table = withRoles(
      harbour(...numbers),
      Object.fromEntries(numbers.map((number) => [number, 'row'])),
    );
    expect(numbersIn(table, 2)).toHaveLength(12);
    expect(planPortion(table, [], 2)?.left).toBe(3);
  });

  it('is none of an article without anything to read', () => {
    expect(planPortion(withRoles(harbour(1), { 1: 'reference' }), [], 2)).toBeUndefined();
  });
});
