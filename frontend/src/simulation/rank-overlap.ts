// How alike two rankings are: rank-biased overlap, extrapolated (Webber, Moffat and Zobel 2010, equation 32).

/** The weight that each next rank keeps: the first five ranks hold 86 % of it. */
const PERSISTENCE = 0.8;

/** From 0 (nothing shared) to 1 (the same order). */
export function rankOverlap(one: readonly string[], other: readonly string[], p = PERSISTENCE): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const s = short.length;
  const l = long.length;
  if (s === 0) return 0;
  // X_d: how many the first d of both share.
  const shared = (depth: number) => {
    const seen = new Set(short.slice(0, depth));
    return long.slice(0, depth).filter((id) => seen.has(id)).length;
  };
  let sum = 0;
  for (let d = 1; d <= l; d++) sum += (shared(d) / d) * p ** d;
  for (let d = s + 1; d <= l; d++) sum += ((shared(s) * (d - s)) / (s * d)) * p ** d;
  return ((1 - p) / p) * sum + ((shared(l) - shared(s)) / l + shared(s) / s) * p ** l;
}
