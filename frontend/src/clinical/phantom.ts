// The spine that the MRI explorers draw: which tissue lies where. The twin of redflags/clinical/phantom.py.

/** Ids in the order of the numbers that `tissueAt` gives; "bone" is all without signal. */
export const TISSUES = [
  "bone",
  "marrow",
  "disc",
  "dry-disc",
  "csf",
  "cord",
  "fat",
  "muscle",
  "metastasis",
  "sclerotic",
  "haemangioma",
  "oedema",
] as const;
export type TissueId = (typeof TISSUES)[number];

/** A tissue's number. */
export const numberOf = (id: TissueId): number => TISSUES.indexOf(id);

const [BONE, MARROW, DISC, DRY_DISC, CSF, CORD, FAT, MUSCLE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const HAEMANGIOMA = 10;

export const LEVELS = ["T9", "T10", "T11", "T12", "L1", "L2", "L3"] as const;
/** Height and depth of the side view, in mm. */
export const SIZE = 200;
/** The y of the side view's left edge. */
export const FRONT = -85;
/** From one vertebra to the next. */
export const PITCH = 28;
/** The z of the first vertebra's middle. */
export const FIRST = 16;
const SKIN = 92;
const BACK = 13.5;

/** Something in the marrow; `at` and `size` (half axes) in mm, y from the bodies' middle. */
export interface Lesion {
  readonly tissue: number;
  readonly at: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  readonly breaks_out: boolean;
}

/** A spine with what is wrong with it. */
export interface Scene {
  readonly lesions: readonly Lesion[];
  /** Dried-out discs, by the vertebra above. */
  readonly dry: readonly number[];
  /** Where the cord is pushed back, and how far. */
  readonly pushed_at: number;
  readonly pushed: number;
}

/** The y of the bodies' middle. */
export function along(z: number): number {
  const share = (z - 100) / 100;
  return 9 * (share * share * share - share);
}

/** The vertebra whose middle is nearest. */
export function levelAt(z: number): number {
  return Math.min(LEVELS.length - 1, Math.max(0, Math.floor((z - FIRST) / PITCH + 0.5)));
}

/** The z of a vertebra's middle. */
export function middleOf(level: number): number {
  return FIRST + PITCH * level;
}

/** The number of the tissue at a place, lesions included. */
export function tissueAt(x: number, y: number, z: number, scene: Scene): number {
  const depth = y - along(z);
  const base = normal(x, depth, z, scene);
  for (const lesion of scene.lesions) {
    if (takes(lesion, base) && within(lesion, x, depth, z)) {
      // Coarse trabeculae: stripes from the side, dots in a cross-section.
      return lesion.tissue === HAEMANGIOMA && rest(x, 3.4) < 1 && rest(depth, 3.4) < 1 ? BONE : lesion.tissue;
    }
  }
  return base;
}

function takes({ breaks_out }: Lesion, base: number): boolean {
  return base === MARROW || (breaks_out && (base === BONE || base === FAT || base === CSF));
}

function within({ at, size }: Lesion, x: number, depth: number, z: number): boolean {
  const a = (x - at[0]) / size[0];
  const b = (depth - at[1]) / size[1];
  const c = (z - at[2]) / size[2];
  const ragged = 0.14 * Math.sin(0.8 * x + 0.5 * z) * Math.sin(0.7 * depth - 0.4 * z);
  return a * a + b * b + c * c < 1 + ragged;
}

function rest(value: number, period: number): number {
  const shifted = value + 0.5;
  return shifted - period * Math.floor(shifted / period);
}

function normal(x: number, depth: number, z: number, scene: Scene): number {
  if (depth + along(z) > SKIN) return BONE;
  const level = levelAt(z);
  const rise = z - middleOf(level);
  const front = column(x, depth, rise, level, z, scene);
  if (front >= 0) return front;
  const inner = canal(x, depth, z, scene);
  if (inner >= 0) return inner;
  let bony = arch(x, depth, rise);
  if (bony < 0 || bony === FAT) {
    // A spinous process slopes down to beside the next vertebra.
    const above = spinous(x, depth, rise + PITCH);
    if (above >= 0) bony = above;
  }
  return bony >= 0 ? bony : around(x, depth, z);
}

function column(x: number, depth: number, rise: number, level: number, z: number, scene: Scene): number {
  const share = rise / 11;
  const waist = 1 - share * share;
  const inside = ((x * x) / 484 + (depth * depth) / 256) * (1 + Math.max(0, 0.1 * waist));
  const height = 11.3 - 0.9 * (1 - inside);
  const back = BACK - Math.max(0, 0.8 * waist);
  const up = Math.abs(rise);
  if (inside < 1 && depth < back && up < height) {
    return inside > 0.91 || depth > back - 0.7 || up > height - 0.8 ? BONE : MARROW;
  }
  // The ring of the disc, and the ligaments before and behind the bodies.
  if (inside < 1.12 && depth < BACK + 1.2) {
    if (up < height || inside > 0.84 || depth > BACK - 1.2) return BONE;
    const above = z > middleOf(level) ? level : level - 1;
    return scene.dry.includes(above) ? DRY_DISC : DISC;
  }
  return -1;
}

function canal(x: number, depth: number, z: number, scene: Scene): number {
  const far = (z - scene.pushed_at) / 13;
  const back = depth - 23.5;
  if ((x * x) / 100 + (back * back) / 67 < 1) {
    // The cord tapers to its end at the disc below L1.
    const full = Math.min(1, Math.max(0, (146 - z) / 24));
    const push = scene.pushed / (1 + far * far * far * far);
    const own = depth - 23 - push;
    if (full > 0 && (x * x) / (27 * full) + (own * own) / (19 * full) < 1) return CORD;
    const rootX = x - 2.6 * Math.floor(x / 2.6 + 0.5);
    const root = depth - 28 + 0.05 * x * x;
    if (z > 128 && Math.abs(x) < 7 && rootX * rootX + root * root < 0.55) return CORD;
    return CSF;
  }
  return (x * x) / 140 + (back * back) / 96 < 1 ? FAT : -1;
}

function arch(x: number, depth: number, rise: number): number {
  const side = Math.abs(x);
  let a = (side - 14.5) / 4;
  let c = (rise + 3.5) / 6;
  const pedicle = a * a + c * c;
  if (pedicle < 1 && depth > 9 && depth < 27) return pedicle > 0.7 ? BONE : MARROW;
  a = (side - 17.5) / 6.5;
  const b = (depth - 28) / 7;
  c = rise / 12.5;
  const joint = a * a + b * b + c * c;
  if (joint < 1) return joint > 0.78 ? BONE : MARROW;
  const back = depth - 23.5;
  const inner = (x * x) / 140 + (back * back) / 96;
  const outer = (x * x) / 310 + (back * back) / 240;
  if (inner >= 1 && outer < 1 && depth > 25 && rise > -5 && rise < 9) {
    return inner < 1.12 || outer > 0.88 || rise < -4.2 || rise > 8.2 ? BONE : MARROW;
  }
  return spinous(x, depth, rise);
}

function spinous(x: number, depth: number, rise: number): number {
  const side = Math.abs(x);
  if (side > 3.6 || depth <= 33 || depth >= 66) return -1;
  const slope = Math.abs(rise - 3 - 0.38 * (depth - 34));
  const thick = 7.2 - 0.05 * (depth - 34);
  if (slope < thick) return side > 2.7 || slope > thick - 0.9 || depth > 65 ? BONE : MARROW;
  return FAT;
}

function around(x: number, depth: number, z: number): number {
  const side = Math.abs(x);
  let a = (side - 29) / 29;
  let b = (depth - 49) / 20;
  if (side > 2.5 && a * a + b * b < 1) {
    return Math.abs(side - 27 - 0.25 * (depth - 48)) < 0.6 ? FAT : MUSCLE;
  }
  a = (side - 38) / 15;
  b = (depth - 4) / (9 + 0.05 * z);
  if (a * a + b * b < 1) return MUSCLE;
  a = (x - 8) / 9.5;
  b = (depth + 29) / 9.5;
  if (a * a + b * b < 1) return BONE;
  a = (x + 13) / 9.5;
  b = (depth + 27) / 8;
  if (a * a + b * b < 1) return BONE;
  // What lies before it is drawn as muscle, whatever organ it would be.
  return depth + 3 * Math.sin(z / 9) < -46 ? MUSCLE : FAT;
}
