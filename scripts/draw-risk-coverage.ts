import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { COVERAGES } from '../src/evaluation/precision-at-coverage.ts';

/**
 * `npm run draw-risk-coverage -- OUT.svg FIGURES.json…`: draws what `npm run evaluate -- DIR… --json` measured, each
 * data set alike. A line is named after the system, and after its file where that is not the first.
 */
const figuresSchema = z.record(z.string(), z.object({ precisionAtCoverage: z.array(z.number()) }));
const COLOURS = ['#1a7f4b', '#2563a8', '#b45309', '#7c3aed', '#6b7280', '#be123c'];
const DASHES = ['', '8 4', '2 4', '10 3 2 3', '4 2', '1 3'];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [760, 440, 60, 50, 20, 200];
const LEAST = 0.4;

interface Line {
  readonly name: string;
  readonly points: readonly number[];
}

async function readLines(file: string, isFirst: boolean): Promise<readonly Line[]> {
  const figures = figuresSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const bySystem = new Map<string, (readonly number[])[]>();
  for (const [key, { precisionAtCoverage }] of Object.entries(figures)) {
    const system = key.split(' ')[1] ?? 'verbatim';
    bySystem.set(system, [...(bySystem.get(system) ?? []), precisionAtCoverage]);
  }
  return [...bySystem].map(([system, curves]) => ({
    name: isFirst ? system : `${system}, ${basename(file, '.json')}`,
    points: COVERAGES.map((_, i) => curves.reduce((sum, curve) => sum + (curve[i] ?? 0), 0) / curves.length),
  }));
}

const x = (coverage: number): number => LEFT + coverage * (WIDTH - LEFT - RIGHT);
const y = (share: number): number =>
  TOP + ((1 - Math.max(LEAST, share)) / (1 - LEAST)) * (HEIGHT - TOP - BOTTOM);

function drawAxes(): string {
  const grid = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map(
    (share) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}" stroke="#d4d4d4"/><text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end">${share.toFixed(1)}</text>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${share * 100} %</text>`,
  );
  const labels = `<text x="${x(0.5)}" y="${HEIGHT - 12}" text-anchor="middle">questions answered, highest scores first</text><text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">share of these that is right</text>`;
  return [...grid, ...ticks, labels].join('\n');
}

function drawLine({ name, points }: Line, i: number): string {
  const colour = COLOURS[i % COLOURS.length] ?? '';
  const dash = DASHES[i % DASHES.length] ?? '';
  const style = `stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}" fill="none"`;
  const path = points
    .map((share, at) => `${x(COVERAGES[at] ?? 0).toFixed(1)},${y(share).toFixed(1)}`)
    .join(' ');
  const legend = TOP + 14 + i * 22;
  return `<polyline points="${path}" ${style}/><line x1="${x(1) + 12}" x2="${x(1) + 44}" y1="${legend - 4}" y2="${legend - 4}" ${style}/><text x="${x(1) + 50}" y="${legend}">${name}</text>`;
}

const [out, ...files] = process.argv.slice(2);
if (out === undefined || files.length === 0) {
  process.stderr.write('Usage: npm run draw-risk-coverage -- OUT.svg FIGURES.json…\n');
  process.exitCode = 2;
} else {
  const lines = (await Promise.all(files.map((file, i) => readLines(file, i === 0)))).flat();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">
<title>How many of the answered questions are right, at each share of questions answered</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${drawAxes()}
${lines.map(drawLine).join('\n')}
</svg>
`;
  await writeFile(out, svg);
}
