// Probabilities and odds: what a likelihood ratio does to a probability. The twin of redflags/clinical/odds.py.

/** The odds of a probability below 1. */
export function odds(probability: number): number {
  return probability / (1 - probability);
}

/** The probability of odds. */
export function probability(oddsFor: number): number {
  return oddsFor / (1 + oddsFor);
}

/** The probability after a result with this likelihood ratio; 0 and 1 can't be moved. */
export function after(prior: number, ratio: number): number {
  return prior === 0 || prior === 1 ? prior : probability(odds(prior) * ratio);
}
