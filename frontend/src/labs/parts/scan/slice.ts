// A slice of the phantom as 256 x 256 points, each of one tissue or of two with their shares, as a scanner's voxels are.
import { along, FRONT, numberOf, type Scene, SIZE, TISSUES, tissueAt } from "../../../clinical/phantom.ts";

/** Points along each side of a picture. */
export const POINTS = 256;
/** Width and height of a cross-section, in mm. */
export const ACROSS = 160;
/** How far before the bodies' middle a cross-section begins, in mm. */
const BEFORE = 65;
/** Samples along each side of a point that a border runs through. */
const FINE = 4;

/** Where a slice lies, in mm: a side view at `x`, or a cross-section at `z`. */
export type Plane =
  | { readonly kind: "sagittal"; readonly at: number }
  | { readonly kind: "axial"; readonly at: number };

/** A point holds `share` of tissue `first`, and of `second` the rest. */
export interface Slice {
  readonly plane: Plane;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly share: Float32Array;
}

/** Millimetres from one point of a picture to the next. */
export function spacing(plane: Plane): number {
  return (plane.kind === "sagittal" ? SIZE : ACROSS) / POINTS;
}

/** The place in mm of a point of a picture; whole numbers are the points' corners. */
export function placeOf(plane: Plane, column: number, row: number): [number, number, number] {
  const step = spacing(plane);
  return plane.kind === "sagittal"
    ? [plane.at, FRONT + step * column, step * row]
    : [step * column - ACROSS / 2, along(plane.at) - BEFORE + step * row, plane.at];
}

/** The column and row at which a picture shows a place. */
export function pointOf(plane: Plane, [x, y, z]: readonly [number, number, number]): [number, number] {
  const step = spacing(plane);
  return plane.kind === "sagittal"
    ? [(y - FRONT) / step, z / step]
    : [(x + ACROSS / 2) / step, (y - along(plane.at) + BEFORE) / step];
}

/** Cuts a slice: corners first, and closely only where a border runs. */
export function cut(scene: Scene, plane: Plane): Slice {
  const corners = new Uint8Array((POINTS + 1) ** 2);
  const tissue = (column: number, row: number) => tissueAt(...placeOf(plane, column, row), scene);
  for (let row = 0, place = 0; row <= POINTS; row++) {
    for (let column = 0; column <= POINTS; column++) corners[place++] = tissue(column, row);
  }
  const first = new Uint8Array(POINTS ** 2);
  const second = new Uint8Array(POINTS ** 2);
  const share = new Float32Array(POINTS ** 2).fill(1);
  const counts = new Uint8Array(TISSUES.length);
  for (let row = 0, place = 0; row < POINTS; row++) {
    for (let column = 0; column < POINTS; column++, place++) {
      const corner = row * (POINTS + 1) + column;
      const one = corners[corner] ?? 0;
      first[place] = one;
      if (
        one === corners[corner + 1] &&
        one === corners[corner + POINTS + 1] &&
        one === corners[corner + POINTS + 2]
      ) {
        continue;
      }
      counts.fill(0);
      for (let sample = 0; sample < FINE ** 2; sample++) {
        const across = ((sample % FINE) + 0.5) / FINE;
        const down = (Math.floor(sample / FINE) + 0.5) / FINE;
        const found = tissue(column + across, row + down);
        counts[found] = (counts[found] ?? 0) + 1;
      }
      const [most = 0, next = most] = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
      const [many = 0, fewer = 0] = [counts[most], counts[next]];
      first[place] = most;
      second[place] = next;
      share[place] = many / (many + fewer);
    }
  }
  return { plane, first, second, share };
}

/** Tissues that lie in bone where marrow would. */
export const IN_BONE: readonly number[] = [
  "marrow",
  "metastasis",
  "sclerotic",
  "haemangioma",
  "oedema",
].map((id) => numberOf(id as (typeof TISSUES)[number]));
