import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanPool, normalise, quantiseTokens } from '../../../src/adapters/model/quantise-tokens.ts';
import { openTokenFile, recordBytes, writeRecord } from '../../../src/adapters/index-store/token-file.ts';
import type { TokenLayout } from '../../../src/adapters/index-store/token-file.ts';
import { coarsenTokens } from '../../../src/adapters/index-store/coarsen-tokens.ts';
import type { TokenMatrix } from '../../../src/domain/ports/embedder.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const DIMENSIONS = 5;
const LAYOUT: TokenLayout = { dimensions: DIMENSIONS, bits: 4 };
const anyRow = fc
  .array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => Float32Array.from(values));
const anyMatrix = fc
  .array(fc.tuple(anyRow, fc.nat({ max: 4_000_000_000 }), fc.nat({ max: 50 })), { maxLength: 9 })
  .map((rows) =>
    quantiseTokens(
      rows.map(([row]) => row),
      rows.map(([, start, length]) => ({ start, end: start + length })),
      DIMENSIONS,
    ),
  );

describe('quantiseTokens', () => {
  it('keeps each component to within half a step, and the row at length 1', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { values, scales } = quantiseTokens([row], [{ start: 0, end: 1 }], DIMENSIONS);
        const unit = normalise(row);
        const scale = scales[0] ?? Number.NaN;
        unit.forEach((value, j) => {
          expect(Math.abs((values[j] ?? Number.NaN) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6);
        });
        expect(Math.max(...values.map(Math.abs))).toBe(unit.every((value) => value === 0) ? 0 : 127);
      }),
    );
  });

  it('takes a row of zeros as it is', () => {
    const { values, scales } = quantiseTokens([new Float32Array(3)], [{ start: 0, end: 1 }], 3);
    expect([...values]).toEqual([0, 0, 0]);
    expect(scales[0]).toBeGreaterThan(0);
  });
});

describe('coarsenTokens', () => {
  it('keeps the direction of a row, at length 1, and a coarse one as it is', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const coarse = coarsenTokens(matrix);
        expect(coarsenTokens(coarse)).toEqual(coarse);
        matrix.spans.forEach((_, row) => {
          const at = (from: TokenMatrix, j: number): number =>
            (from.values[row * DIMENSIONS + j] ?? Number.NaN) * (from.scales[row] ?? Number.NaN);
          const places = Array.from({ length: DIMENSIONS }, (_, j) => j);
          if (places.every((j) => at(matrix, j) === 0)) return;
          const cosine = places.reduce((sum, j) => sum + at(matrix, j) * at(coarse, j), 0);
          expect(cosine).toBeGreaterThan(0.97);
          expect(Math.hypot(...places.map((j) => at(coarse, j)))).toBeCloseTo(1, 5);
        });
      }),
    );
  });
});

describe('meanPool', () => {
  it('points where the rows point together, at length 1', () => {
    const pooled = meanPool([Float32Array.from([3, 0]), Float32Array.from([0, 3])], 2);
    expect(pooled[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(pooled[1]).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('is zero for no rows, and no NaN', () => {
    expect([...meanPool([], 3)]).toEqual([0, 0, 0]);
  });
});

describe('the token file', () => {
  it('gives every record back as coarse as it keeps it, in any order', async () => {
    const folder = await makeTempFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(anyMatrix, { minLength: 1, maxLength: 6 }), async (matrices) => {
        const path = join(folder, 'tokens.bin');
        const records = matrices.map(writeRecord);
        await writeFile(path, Buffer.concat(records));
        const size = records.reduce((sum, record) => sum + record.byteLength, 0);
        const file = await openTokenFile(path, LAYOUT, size);
        let offset = size;
        for (const [i, matrix] of [...matrices.entries()].reverse()) {
          const tokens = matrix.spans.length;
          expect(records[i]?.byteLength).toBe(recordBytes(tokens, LAYOUT));
          offset -= recordBytes(tokens, LAYOUT);
          // An empty record has no bytes of its own, so it shares its offset with the next one.
          if (tokens > 0) expect(await file.read({ offset, tokens })).toEqual(coarsenTokens(matrix));
        }
        await file.close();
      }),
      { numRuns: 40 },
    );
  });

  it.each([-4, 4])('is refused when its size is off by %i bytes, naming it', async (by) => {
    const path = join(await makeTempFolder(), 'tokens.bin');
    await writeFile(path, new Uint8Array(400));
    const attempt = openTokenFile(path, LAYOUT, 400 + by);
    await expect(attempt).rejects.toMatchObject({ code: 'index-damaged' });
    await expect(attempt).rejects.toThrow(path);
  });

  it('says that it is damaged when it is cut off while it is open', async () => {
    const path = join(await makeTempFolder(), 'tokens.bin');
    await writeFile(path, new Uint8Array(recordBytes(10, LAYOUT)));
    const file = await openTokenFile(path, LAYOUT, recordBytes(10, LAYOUT));
    await truncate(path, 20);
    await expect(file.read({ offset: 0, tokens: 10 })).rejects.toMatchObject({ code: 'index-damaged' });
    await file.close();
  });
});
