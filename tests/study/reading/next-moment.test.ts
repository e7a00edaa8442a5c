import { describe, expect, it } from 'vitest';
import { nextMoment } from '../../../src/study/reading/next-moment.ts';

/** The first moments after that one, as ISO 8601 in UTC. */
function moments(minutes: number, zone: string, after: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let at = Date.parse(after); found.length < count;) {
    at = nextMoment({ minutes, zone }, at);
    found.push(new Date(at).toISOString().replace('.000Z', 'Z'));
  }
  return found;
}

describe('the next moment at a time of the day', () => {
  it('is later on the same day, or on the next', () => {
    expect(moments(480, 'Asia/Tokyo', '2026-01-10T22:59:59Z', 2)).toEqual([
      '2026-01-10T23:00:00Z',
      '2026-01-11T23:00:00Z',
    ]);
    expect(moments(0, 'America/Los_Angeles', '2026-01-10T08:00:00Z', 1)).toEqual(['2026-01-11T08:00:00Z']);
    expect(moments(1439, 'UTC', '2026-12-31T23:59:00Z', 1)).toEqual(['2027-01-01T23:59:00Z']);
  });

  it('stays at the same hour when the clocks are changed', () => {
    expect(moments(480, 'Europe/Berlin', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T07:00:00Z',
      '2026-03-29T06:00:00Z',
      '2026-03-30T06:00:00Z',
    ]);
    expect(moments(480, 'America/New_York', '2026-10-31T00:00:00Z', 2)).toEqual([
      '2026-10-31T12:00:00Z',
      '2026-11-01T13:00:00Z',
    ]);
  });

  it('is where the clock goes on when that day has no such time', () => {
    expect(moments(150, 'Europe/Berlin', '2026-03-28T02:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    // Half an hour: 02:00 to 02:30.
    expect(moments(135, 'Australia/Lord_Howe', '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30:00Z',
      '2026-10-04T15:15:00Z',
    ]);
  });

  it('comes once on the day that has the time twice', () => {
    expect(moments(150, 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
  });
});
