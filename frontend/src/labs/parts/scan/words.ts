// A picture in words, for whoever does not see it: the same that a look at it tells, no more.
import { along, LEVELS, levelAt, middleOf, type TissueId, TISSUES } from "../../../clinical/phantom.ts";
import type { Display } from "./paint.ts";
import { IN_BONE, POINTS, placeOf, type Slice } from "./slice.ts";

/** A name for a grey. */
export function shade(signal: number, { low, high }: Display): string {
  const share = (signal - low) / (high - low);
  if (share < 0.07) return "black";
  if (share < 0.25) return "dark";
  if (share < 0.5) return "grey";
  return share < 0.8 ? "bright" : "white";
}

const LANDMARKS: readonly (readonly [TissueId, string])[] = [
  ["csf", "fluid around the cord"],
  ["fat", "fat under the skin"],
  ["marrow", "vertebrae"],
  ["disc", "discs"],
  ["cord", "cord"],
  ["muscle", "muscle"],
];

/** What tells one kind of picture from another. */
export function landmarks(signals: Float32Array, display: Display): string {
  return LANDMARKS.map(([id, name]) => `${name} ${shade(signals[TISSUES.indexOf(id)] ?? 0, display)}`).join(", ");
}

/** How much a part of a vertebra must differ to be named. */
const SEEN = 0.15;
const ZONES = ["above", "in the middle", "below"] as const;

/** Each vertebra of a side view whose bone differs from the others', and where in it. */
export function oddLevels(slice: Slice, signals: Float32Array): string {
  const sums = LEVELS.map(() => ZONES.map(() => ({ sum: 0, count: 0 })));
  for (let row = 0, place = 0; row < POINTS; row++) {
    for (let column = 0; column < POINTS; column++, place++) {
      const tissue = slice.first[place] ?? 0;
      if ((slice.share[place] ?? 0) < 1 || !IN_BONE.includes(tissue)) continue;
      const [, y, z] = placeOf(slice.plane, column + 0.5, row + 0.5);
      // The bodies alone: arches are small, and their marrow says little.
      if (y - along(z) > 14) continue;
      const level = levelAt(z);
      const rise = z - middleOf(level);
      const zone = sums[level]?.[rise < -4 ? 0 : rise < 4 ? 1 : 2];
      if (zone === undefined) continue;
      zone.sum += signals[tissue] ?? 0;
      zone.count++;
    }
  }
  const means = sums.map((zones) => zones.map(({ sum, count }) => (count > 0 ? sum / count : Number.NaN)));
  const ordered = means.flat().filter(Number.isFinite).sort((a, b) => a - b);
  const usual = ordered[Math.floor(ordered.length / 2)] ?? 0;
  const odd = LEVELS.flatMap((name, level) => {
    const parts = ZONES.flatMap((zone, place) => {
      const mean = means[level]?.[place] ?? Number.NaN;
      if (mean > usual * (1 + SEEN) + 1) return [`brighter ${zone}`];
      return mean < usual * (1 - SEEN) - 1 ? [`darker ${zone}`] : [];
    });
    return parts.length > 0 ? [`${name} is ${parts.join(", ")}`] : [];
  });
  return odd.length > 0 ? `Among the vertebrae ${odd.join("; ")}.` : "All vertebrae look alike.";
}
