import type { Span } from '../../domain/span.ts';
import type { TokenMatrix } from '../../domain/ports/embedder.ts';

/** The L2-normalised sum of the rows; a zero sum stays zero. */
export function meanPool(rows: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const row of rows) {
    for (let j = 0; j < dimensions; j += 1) sum[j] = (sum[j] ?? 0) + (row[j] ?? 0);
  }
  return normalise(sum);
}

/** The vector at length 1; one of zeros has no direction, and stays as it is. */
export function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Normalises each row to length 1 and rounds it to int8, scaled by its own greatest component. */
export function quantiseTokens(
  rows: readonly Float32Array[],
  spans: readonly Span[],
  dimensions: number,
): TokenMatrix {
  const values = new Int8Array(rows.length * dimensions);
  const scales = new Float32Array(rows.length);
  rows.forEach((row, i) => {
    const unit = normalise(row);
    const peak = unit.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
    const scale = peak === 0 ? 1 : peak / 127;
    scales[i] = scale;
    for (let j = 0; j < dimensions; j += 1) values[i * dimensions + j] = Math.round((unit[j] ?? 0) / scale);
  });
  return { dimensions, spans, values, scales };
}
