import { describe, expect, it } from 'vitest';
import { drawPng } from '../../src/adapters/draw-png.ts';
import { drawForecast } from '../../src/discord/features/study/draw-forecast.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { wordsIn } from '../../src/words/words.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="2" y="15" font-size="14">${text}</text></svg>`;

describe('drawPng', () => {
  it('draws a picture of the size that is asked for', async () => {
    const bytes = Buffer.from(await drawPng(svg('')));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([60, 20]);
  });

  it('draws text, whatever fonts the machine has', async () => {
    const empty = await drawPng(svg(''));
    const [a, b] = [await drawPng(svg('été 14')), await drawPng(svg('été 15'))];
    expect(Buffer.compare(a, empty)).not.toBe(0);
    expect(Buffer.compare(a, b)).not.toBe(0);
  });

  it.each(LANGUAGES)('draws the chart of practice in %s', async (language) => {
    const chart = drawForecast(wordsIn(language), [3, 0, 12, 1], Date.UTC(2026, 2, 2));
    expect(chart).toContain('>12<');
    expect((await drawPng(chart)).length).toBeGreaterThan(2000);
  });
});
