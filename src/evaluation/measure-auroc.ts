/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half,
 * in [0, 1]; NaN when there is none of one kind.
 */
export function measureAuroc(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  }
  return wins / (positives.length * negatives.length);
}
