// What several answers together may say: a band, never one number. The twin of redflags/clinical/combining.py, where
// the sources stand.
import { normals, quantile } from "./draws.ts";
import { after } from "./odds.ts";

const SEED = 1;
const DRAWS = 2000;
/** Standard errors from the middle of a 95% interval to its ends. */
const Z = 1.959964;

/** The likelihood ratio of an answer, above 0. */
export interface Ratio {
  readonly value: number;
  /** Ends of its 95% interval; null where the study gives none, and then its uncertainty is not drawn. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A probability with the middle 95% of its draws. */
export interface Spread {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What answers together may say. */
export interface Combined {
  /** Place of the answer that moves the odds most. */
  readonly strongest: number;
  readonly alone: Spread;
  /** After all of them, as if each told something new. */
  readonly independent: Spread;
  /** Both ends of what the ratios say, whichever way they point. */
  readonly band: readonly [number, number];
  /** The band with its chance. */
  readonly reach: readonly [number, number];
}

/** What answers with these ratios say of somebody who starts at `prior`; there must be one or more, each above 0. */
export function combine(prior: number, ratios: readonly Ratio[], seed = SEED, draws = DRAWS): Combined {
  const [first, ...others] = ratios.map(({ value }) => Math.abs(Math.log(value)));
  if (first === undefined || ratios.some(({ value }) => value <= 0)) {
    throw new Error("combine() needs one ratio or more, each above 0");
  }
  const strongest = [first, ...others].indexOf(Math.max(first, ...others));
  const drawn = ratios.map((ratio, place) => draw(ratio, seed + place, draws));
  const products = Array.from({ length: draws }, (_, number) =>
    product(drawn.map((each) => each[number] ?? 1)),
  );
  const alone = spread(prior, ratios[strongest]?.value ?? 1, drawn[strongest] ?? []);
  const independent = spread(prior, product(ratios.map(({ value }) => value)), products);
  return {
    strongest,
    alone,
    independent,
    band: [Math.min(alone.value, independent.value), Math.max(alone.value, independent.value)],
    reach: [Math.min(alone.low, independent.low), Math.max(alone.high, independent.high)],
  };
}

function draw({ value, low, high }: Ratio, seed: number, draws: number): number[] {
  if (low === null || high === null) return Array.from({ length: draws }, () => value);
  const error = (Math.log(high) - Math.log(low)) / (2 * Z);
  return normals(seed, draws).map((chance) => value * Math.exp(error * chance));
}

function spread(prior: number, ratio: number, drawn: readonly number[]): Spread {
  const ordered = drawn.map((each) => after(prior, each)).sort((a, b) => a - b);
  return { value: after(prior, ratio), low: quantile(ordered, 0.025), high: quantile(ordered, 0.975) };
}

function product(factors: readonly number[]): number {
  return factors.reduce((whole, factor) => whole * factor, 1);
}
