// Seeded chance that is the same in Python and in the browser. The twin of redflags/clinical/draws.py.

const WORD = 2 ** 32;

/** Numbers from 0 up to 1 by the generator mulberry32 (T. Ettinger, public domain). */
export function uniforms(seed: number, count: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / WORD;
  });
}

/** Numbers of the standard normal distribution (Box and Muller 1958). */
export function normals(seed: number, count: number): number[] {
  const pairs = uniforms(seed, 2 * count);
  return Array.from({ length: count }, (_, number) => {
    const [one = 0, other = 0] = pairs.slice(2 * number, 2 * number + 2);
    // 1 - u lies above 0, where the logarithm lives.
    return Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
  });
}

/** A quantile of ordered numbers, between neighbours where it falls between (Hyndman and Fan's type 7). */
export function quantile(ordered: readonly number[], share: number): number {
  const place = share * (ordered.length - 1);
  const below = Math.floor(place);
  const [low = 0, high = low] = ordered.slice(below, below + 2);
  return low + (place - below) * (high - low);
}
