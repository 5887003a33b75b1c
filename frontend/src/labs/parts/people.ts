// Probabilities as people and as positions on a slider.

/** People in 1,000; to one decimal below 1, where a whole number would say nought. */
export function inThousand(probability: number): string {
  const count = 1000 * probability;
  return count > 0 && count < 0.95 ? count.toFixed(1) : Math.round(count).toLocaleString("en-GB");
}

/** A probability in per cent, with as many decimals as its size asks for. */
export function percent(probability: number): string {
  const value = 100 * probability;
  return `${value >= 10 || value === 0 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2)}%`;
}

/** Where a probability stands on a scale of log odds, on which each ratio is the same step everywhere. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The probability at a place of that scale, to two digits. */
export function fromLogit(place: number): number {
  return Number((1 / (1 + Math.exp(-place))).toPrecision(2));
}
