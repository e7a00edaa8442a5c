/** Coverages that are reported: 5 % to 100 % in steps of 5 %. */
export const COVERAGES: readonly number[] = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);

/**
 * A risk-coverage curve (El-Yaniv and Wiener 2010), risk as 1 less what is returned: for each of COVERAGES the share of
 * right ones, in [0, 1], among that share of the questions, highest scores first. 0 everywhere without questions.
 */
export function measurePrecisionAtCoverage(
  scored: readonly { readonly score: number; readonly right: boolean }[],
): readonly number[] {
  const ordered = [...scored].sort((a, b) => b.score - a.score);
  return COVERAGES.map((coverage) => {
    const answered = ordered.slice(0, Math.round(coverage * ordered.length));
    return answered.filter(({ right }) => right).length / Math.max(1, answered.length);
  });
}
