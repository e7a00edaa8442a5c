import { describe, expect, it } from 'vitest';
import { readTime, writeTime } from '../../../src/study/reading/read-time.ts';
import { readZone, suggestZones } from '../../../src/study/reading/time-zones.ts';

describe('a time of the day', () => {
  it.each([
    ['8', '08:00'],
    ['08:00', '08:00'],
    ['20.30', '20:30'],
    ['8h30', '08:30'],
    ['20 h 30', '20:30'],
    ['8:30 p. m.', '20:30'],
    ['18h', '18:00'],
    ['20 Uhr', '20:00'],
    ['8:05 pm', '20:05'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['7 p.m.', '19:00'],
    [' 00:00 ', '00:00'],
    ['23:59', '23:59'],
  ])('is read from %s', (typed, shown) => {
    expect(writeTime(readTime(typed) ?? -1)).toBe(shown);
  });

  it.each(['', '24:00', '8:60', '13 pm', '0 am', 'noon', '8:0', '-1', '08:00:00', '8 xm', '8m', '1234'])(
    'is not %s',
    (typed) => {
      expect(readTime(typed)).toBeUndefined();
    },
  );
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Bogotá', 'America/Bogota'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kiev'],
  ])('is read from %s', (typed, zone) => {
    expect(readZone(typed)).toBe(zone);
  });

  it('keeps names of before, and takes neither offsets nor anything else', () => {
    expect(readZone('Asia/Kolkata')).toMatch(/^Asia\/(?:Kolkata|Calcutta)$/u);
    for (const typed of ['', '+02:00', 'Atlantis', 'Europe/Atlantis', '__proto__'])
      expect(readZone(typed)).toBeUndefined();
  });

  it('is found by its place before others that have it in their name', () => {
    expect(suggestZones('berl', 25)).toEqual(['Europe/Berlin']);
    expect(suggestZones('lisb', 1)).toEqual(['Europe/Lisbon']);
    expect(suggestZones('são p', 25)).toEqual(['America/Sao_Paulo']);
    expect(suggestZones('kolk', 25)).toEqual(['Asia/Kolkata']);
    expect(suggestZones('York', 5)).toContain('America/New_York');
    expect(suggestZones('', 25)).toHaveLength(25);
    expect(suggestZones('nowhere', 25)).toEqual([]);
  });
});
