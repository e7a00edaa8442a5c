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
