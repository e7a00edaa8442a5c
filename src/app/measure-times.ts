const WARM_UP = 20;

/** Milliseconds of each call, after a warm-up. */
export async function measureTimes<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
): Promise<readonly number[]> {
  for (const input of inputs.slice(0, WARM_UP)) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
  }
  return times;
}

/** @param q in [0, 1]; 0.5 is the median */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
