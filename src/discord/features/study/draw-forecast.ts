import { DAY_MS } from '../../../study/repetition/day-of.ts';
import type { Words } from '../../../words/words.ts';

/** Pixels. */
const SIZE = { width: 640, height: 260, left: 16, right: 16, top: 56, bottom: 40 } as const;
const GAP = 8;

/** Readable on both of Discord's themes, since the picture brings its own ground. */
const COLOURS = {
  ground: '#2b2d31',
  bar: '#5865f2',
  today: '#3ba55d',
  text: '#f2f3f5',
  faint: '#b5bac1',
} as const;

/** An SVG: a bar a day with its number above it and its day below. */
export function drawForecast(words: Words, forecast: readonly number[], now: number): string {
  const { width, height, left, right, top, bottom } = SIZE;
  const step = (width - left - right) / Math.max(1, forecast.length);
  const room = height - top - bottom;
  const most = Math.max(1, ...forecast);
  const bars = forecast.map((count, day) => {
    const x = left + day * step;
    const tall = Math.round((room * count) / most);
    const y = height - bottom - tall;
    const middle = x + step / 2;
    const fill = day === 0 ? COLOURS.today : COLOURS.bar;
    const label = day === 0 ? words('study.chartToday') : dayLabel(words, now + day * DAY_MS);
    return [
      `<rect x="${x + GAP / 2}" y="${y}" width="${step - GAP}" height="${tall}" rx="3" fill="${fill}"/>`,
      count === 0 ? '' : text(words.number(count), { x: middle, y: y - 6, size: 14, fill: COLOURS.text }),
      text(label, { x: middle, y: height - 16, size: day === 0 ? 10 : 13, fill: COLOURS.faint }),
    ].join('');
  });
  const title = `<text x="${left + GAP / 2}" y="30" font-size="18" fill="${COLOURS.text}">${escapeXml(words('study.chartTitle'))}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${COLOURS.ground}"/>`,
    title,
    ...bars,
    '</svg>',
  ].join('');
}

function dayLabel(words: Words, time: number): string {
  return words.date(new Date(time), { day: 'numeric' });
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

function text(content: string, { x, y, size, fill }: TextPlace): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle">${escapeXml(content)}</text>`;
}

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
