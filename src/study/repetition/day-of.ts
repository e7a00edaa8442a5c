export const DAY_MS = 86_400_000;

/** Days since 1970 in UTC, which is how FSRS counts them too. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}
