// What a scanner's settings make of a tissue, as a model. The twin of redflags/clinical/mri.py, which has the sources.

const MS = 1000;

/** A tissue as water, and fat where it has some; times in ms. */
export interface Tissue {
  readonly pd: number;
  readonly t1: number;
  readonly t2: number;
  /** The share of fat in the proton density. */
  readonly fat: number;
  readonly fat_t1: number;
  readonly fat_t2: number;
  /** How much of the gadolinium reaches it. */
  readonly uptake: number;
}

/** The settings of a scanner; times in ms. */
export interface Scan {
  readonly tr: number;
  readonly te: number;
  /** Null is a picture without inversion. */
  readonly ti: number | null;
  /** Hz between fat and water in a gradient echo; 0 is a spin echo. */
  readonly shift: number;
  readonly fat_suppressed: boolean;
  /** What it adds to 1/T1 where uptake is 1, per second. */
  readonly gadolinium: number;
}

/** The signal of a spin echo, in the unit of the proton density. */
export function spinEcho(pd: number, t1: number, t2: number, tr: number, te: number): number {
  return pd * (1 - Math.exp(-tr / t1)) * Math.exp(-te / t2);
}

/** The signal after an inversion, negative before the null. */
export function inversionRecovery(
  pd: number,
  t1: number,
  t2: number,
  tr: number,
  te: number,
  ti: number,
): number {
  return pd * (1 - 2 * Math.exp(-ti / t1) + Math.exp(-tr / t1)) * Math.exp(-te / t2);
}

/** The inversion time at which a tissue gives no signal. */
export function nullTime(t1: number, tr: number | null = null): number {
  return t1 * Math.log(tr === null ? 2 : 2 / (1 + Math.exp(-tr / t1)));
}

/** T1 with gadolinium, which adds `rate` (per second) to 1/T1. */
export function shortened(t1: number, rate: number): number {
  return 1 / (1 / t1 + rate / MS);
}

/** The signal of a tissue's water and that of its fat, with their signs. */
export function parts(tissue: Tissue, scan: Scan): [number, number] {
  const t1 = shortened(tissue.t1, scan.gadolinium * tissue.uptake);
  const water = echo(tissue.pd * (1 - tissue.fat), t1, tissue.t2, scan);
  const fat = scan.fat_suppressed ? 0 : echo(tissue.pd * tissue.fat, tissue.fat_t1, tissue.fat_t2, scan);
  return [water, fat];
}

/** The brightness of a tissue in a picture, never below 0. */
export function signal(tissue: Tissue, scan: Scan): number {
  const [water, fat] = parts(tissue, scan);
  const turned = (2 * Math.PI * scan.shift * scan.te) / MS;
  // Rounding may leave the square a hair below 0 where the two cancel.
  return Math.sqrt(Math.max(0, water ** 2 + fat ** 2 + 2 * water * fat * Math.cos(turned)));
}

/** How much brighter one tissue is than another. */
export function contrast(one: Tissue, other: Tissue, scan: Scan): number {
  return signal(one, scan) - signal(other, scan);
}

function echo(pd: number, t1: number, t2: number, { tr, te, ti }: Scan): number {
  return ti === null ? spinEcho(pd, t1, t2, tr, te) : inversionRecovery(pd, t1, t2, tr, te, ti);
}
