// A picture in words, for whoever does not see it: the same that a look at it tells, no more.
import { along, LEVELS, levelAt, middleOf, TISSUES, type TissueId } from "../../../clinical/phantom.ts";
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
  return LANDMARKS.map(([id, name]) => `${name} ${shade(signals[TISSUES.indexOf(id)] ?? 0, display)}`).join(
    ", ",
  );
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
  const ordered = means
    .flat()
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
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

/** A vertebra's or a disc's name and part at a height, for a cross-section. */
export function heightName(z: number): string {
  const level = levelAt(z);
  const rise = z - middleOf(level);
  const name = LEVELS[level] ?? "";
  if (rise > 11) return `the disc below ${name}`;
  if (rise < -11) return level > 0 ? `the disc below ${LEVELS[level - 1]}` : `the disc above ${name}`;
  return `${name}, ${rise < -4 ? "upper" : rise < 4 ? "middle" : "lower"} third`;
}

/** Where the fluid around the cord is, against the same slice of a spine with nothing wrong. */
export function fluid(slice: Slice, sound: Slice): string {
  const [now, usual] = [slice, sound].map((one) => aroundCord(one)) as [Around, Around];
  if (usual.cord === 0) return "No cord at this height: the roots lie in fluid.";
  const said = (part: "front" | "behind") => {
    const share = now[part] / Math.max(usual[part], 1);
    return share < 0.15 ? "gone" : share < 0.7 ? "thin" : "there";
  };
  return `Fluid in front of the cord: ${said("front")}; behind it: ${said("behind")}.`;
}

interface Around {
  readonly cord: number;
  readonly front: number;
  readonly behind: number;
}

const [FLUID, CORD] = [TISSUES.indexOf("csf"), TISSUES.indexOf("cord")];

/** Columns to each side of the middle in which fluid is looked for. */
const NEAR = 5;

/** Counts points of fluid in front of the cord and behind it. */
function aroundCord({ first }: Slice): Around {
  let [cord, front, behind] = [0, 0, 0];
  // The cord lies in the middle; beside it there is fluid in any case.
  for (let column = POINTS / 2 - NEAR; column < POINTS / 2 + NEAR; column++) {
    const rows = [];
    for (let row = 0; row < POINTS; row++) if (first[row * POINTS + column] === CORD) rows.push(row);
    const [top, bottom] = [rows[0], rows.at(-1)];
    if (top === undefined || bottom === undefined) continue;
    cord += rows.length;
    for (let row = 0; row < POINTS; row++) {
      if (first[row * POINTS + column] !== FLUID) continue;
      if (row < top) front++;
      if (row > bottom) behind++;
    }
  }
  return { cord, front, behind };
}

/** How much of a cross-section's bone differs from marrow, and on which side. */
export function oddBone(slice: Slice, signals: Float32Array): string {
  const marrow = signals[TISSUES.indexOf("marrow")] ?? 0;
  const found = { darker: { count: 0, sum: 0 }, brighter: { count: 0, sum: 0 } };
  let all = 0;
  for (let place = 0; place < slice.first.length; place++) {
    const tissue = slice.first[place] ?? 0;
    if (!IN_BONE.includes(tissue)) continue;
    all++;
    const signal = signals[tissue] ?? 0;
    if (Math.abs(signal - marrow) <= SEEN * marrow) continue;
    const one = found[signal < marrow ? "darker" : "brighter"];
    one.count++;
    one.sum += (place % POINTS) - POINTS / 2;
  }
  const said = (["darker", "brighter"] as const).flatMap((how) => {
    const { count, sum } = found[how];
    if (count < 0.02 * all || all === 0) return [];
    const aside = sum / count;
    const side =
      aside < -6
        ? "more on the person’s right"
        : aside > 6
          ? "more on the person’s left"
          : "about the middle";
    return [`${Math.round((10 * count) / all) || 1} tenths of the bone are ${how} than marrow, ${side}`];
  });
  return said.length > 0 ? `${said.join("; ")}.` : "The bone is as bright as marrow all over.";
}
