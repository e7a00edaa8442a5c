/** Weights of a logistic model over standardised features. */
export interface LogisticFit {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

export interface LogisticExample {
  readonly features: readonly number[];
  /** What the model should say, in [0, 1]. */
  readonly target: number;
  /** Relative weight, above 0. */
  readonly weight: number;
}

const STEPS = 3000;
const RATE = 0.3;

/**
 * L2-regularised logistic regression by gradient descent on standardised features.
 * @param ridge penalty on the squared weights, per example
 */
export function fitLogistic(examples: readonly LogisticExample[], ridge: number): LogisticFit {
  const width = examples[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) =>
    examples.map((example) => example.features[j] ?? 0),
  );
  const means = columns.map(mean);
  const deviations = columns.map((column, j) => {
    const center = means[j] ?? 0;
    return Math.sqrt(mean(column.map((value) => (value - center) ** 2))) || 1;
  });
  const rows = examples.map(({ features }) =>
    features.map((value, j) => (value - (means[j] ?? 0)) / (deviations[j] ?? 1)),
  );
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Array<number>(width).fill(0);
    let biasGradient = 0;
    examples.forEach(({ target, weight }, i) => {
      const row = rows[i] ?? [];
      const logit = row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), bias);
      const error = (weight * (1 / (1 + Math.exp(-logit)) - target)) / total;
      biasGradient += error;
      row.forEach((value, j) => {
        gradient[j] = (gradient[j] ?? 0) + error * value;
      });
    });
    bias -= RATE * biasGradient;
    for (let j = 0; j < width; j += 1)
      weights[j] = (weights[j] ?? 0) - RATE * ((gradient[j] ?? 0) + ridge * (weights[j] ?? 0));
  }
  return { bias, weights, means, deviations };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
