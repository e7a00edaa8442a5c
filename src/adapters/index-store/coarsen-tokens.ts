import type { TokenMatrix } from '../../domain/ports/embedder.ts';

/** Greatest component that 4 bits hold with their sign. */
const PEAK = 7;
/** Shares of a row's greatest component at which all are cut: a few large ones would cost the rest their steps. */
const CUTS = [1, 0.85, 0.7, 0.55];

/**
 * The rows in components from -7 to 7, each row again at length 1: what the side file keeps, in half a byte each. A
 * matrix that is coarse already stays as it is.
 */
export function coarsenTokens({ dimensions, spans, values, scales }: TokenMatrix): TokenMatrix {
  const coarse = new Int8Array(values.length);
  const lengths = scales.map((_, row) => {
    const from = row * dimensions;
    const kept = coarsenRow(values.subarray(from, from + dimensions));
    coarse.set(kept, from);
    return scaleOf(kept);
  });
  return { dimensions, spans, values: coarse, scales: lengths };
}

/** Of the cuts, the one that turns the row the least. */
function coarsenRow(row: Int8Array): Int8Array {
  let peak = 0;
  for (const value of row) peak = Math.max(peak, Math.abs(value));
  // Nothing there, or coarse already: what is taken over from the generation before is not cut again.
  if (peak === 0 || peak === PEAK) return row;
  let best = row;
  let nearest = 0;
  for (const cut of CUTS) {
    const tried = cutRow(row, cut * peak);
    const likeness = dot(row, tried) * scaleOf(tried);
    if (likeness <= nearest) continue;
    nearest = likeness;
    best = tried;
  }
  return best;
}

function cutRow(row: Int8Array, greatest: number): Int8Array {
  const cut = new Int8Array(row.length);
  const steps = PEAK / greatest;
  for (let j = 0; j < row.length; j += 1)
    cut[j] = Math.max(-PEAK, Math.min(PEAK, Math.round((row[j] ?? 0) * steps)));
  return cut;
}

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  // Millions of tokens come by here: an iterator would take ten times as long.
  for (let j = 0; j < a.length; j += 1) sum += (a[j] ?? 0) * (b[j] ?? 0);
  return sum;
}

/** What brings a row to length 1; 1 for a row of zeros. */
export function scaleOf(row: Int8Array): number {
  const squares = dot(row, row);
  return squares === 0 ? 1 : 1 / Math.sqrt(squares);
}
