// A drawn spine with a tumour that grows: who gives way to whom. The twin of redflags/clinical/spine.py.
// Proportions are chosen for the eye, in about millimetres, and measure nobody. x runs to the side, y from the front to
// the back, z upwards; the chosen vertebra's middle is the origin, and the middle of its canal lies at y = 0.

/** What a canal holds: the cord, its tip, or roots alone. */
export const INSIDES = ["cord", "tip", "roots"] as const;
export type Inside = (typeof INSIDES)[number];
export const COMPARTMENTS = ["extradural", "intradural", "intramedullary"] as const;
export type Compartment = (typeof COMPARTMENTS)[number];

/** From one vertebra to the next. */
export const PITCH = 30;
/** Half the height of the picture. */
export const REACH = 44;
/** The canal's bone, before and behind its middle. */
export const WALL = 9;
/** Half the depth of the dural sac, and half its width. */
export const SAC = 7.5;
export const SAC_WIDE = 8.5;
const CORD = 4;
const CORD_WIDE = 5;
/** No tumour of this picture cuts through the cord: it is flattened to this half-depth at most. */
const THINNEST = 1.2;
/** Half the width of a flattened cord when it fills the sac from side to side. */
const WIDEST = 8.2;
const STEPS = 44;
const TURNS = 40;
const STRANDS = [-0.72, -0.36, 0, 0.36, 0.72] as const;

/** An ellipsoid in the middle plane. */
export interface Lump {
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly rz: number;
}

/** What a cut across the canal finds. */
export interface Room {
  readonly front: number;
  readonly back: number;
  /** The cord's middle, half-depth and half-width; 0 where there is none. */
  readonly y: number;
  readonly deep: number;
  readonly wide: number;
  /** The tumour has left the bone. */
  readonly epidural: boolean;
  readonly dented: boolean;
  /** It touches the cord, or the roots where there is none. */
  readonly touched: boolean;
  readonly pressed: boolean;
  /** Fluid is left around the cord. */
  readonly fluid: boolean;
}

/** Outlines as numbers in pairs. */
export interface Outlines {
  readonly sac: readonly number[];
  readonly cord: readonly number[];
  readonly tumour: readonly number[];
  readonly strands: readonly (readonly number[])[] | readonly number[];
}

/** The tumour; null where the room has nothing to grow in. `growth` runs from 0, hardly there, to 1. */
export function tumour(inside: Inside, compartment: Compartment, growth: number): Lump | null {
  if (!INSIDES.includes(inside) || !COMPARTMENTS.includes(compartment)) {
    throw new Error(`no ${compartment} in a canal with ${inside}`);
  }
  if (compartment === "extradural") {
    // It starts in the back of the body, where metastases do (body-first-pedicle-sign).
    return { y: -16, rx: 3 + 12 * growth, ry: 3 + 17 * growth, rz: 3 + 11 * growth };
  }
  if (compartment === "intradural") {
    const radius = 1 + 5.2 * growth;
    return { y: SAC - radius, rx: radius * 1.1, ry: radius, rz: 1.5 + 8.5 * growth };
  }
  if (inside === "roots") return null;
  const radius = 0.6 + 5.9 * growth;
  return { y: 0, rx: radius, ry: radius, rz: 2 + 22 * growth };
}

/** What a cut across the canal finds at a height. */
export function room(inside: Inside, compartment: Compartment, growth: number, z = 0): Room {
  const lump = tumour(inside, compartment, growth);
  const half = slice(lump, z);
  let front = -SAC;
  let back = SAC;
  let swollen = 0;
  let epidural = false;
  let dented = false;
  if (lump && half > 0) {
    if (compartment === "extradural") {
      const tip = lump.y + lump.ry * half;
      epidural = tip > -WALL;
      dented = tip > -SAC;
      front = Math.max(front, tip);
    } else if (compartment === "intradural") {
      back = Math.min(back, lump.y - lump.ry * half);
    } else {
      swollen = lump.ry * half;
    }
  }
  const full = cordAt(inside, z);
  const left = back - front;
  let deep = Math.max(Math.min(full, left / 2), Math.min(THINNEST, full));
  const y = Math.min(Math.max(0, front + deep), Math.max(back - deep, front + deep));
  let wide = full ? Math.min(((full * CORD_WIDE) / CORD) * (full / deep), WIDEST) : 0;
  if (swollen && full) {
    deep = Math.min(Math.max(full, swollen + 0.9), SAC - 0.3);
    wide = Math.max(deep, (full * CORD_WIDE) / CORD);
  }
  const pushed = left < 2 * SAC;
  const cut = { front, back, y, deep, wide, epidural, dented };
  if (!full) return { ...cut, touched: pushed, pressed: left < SAC, fluid: left > (SAC * 2) / 3 };
  const pressed = swollen ? swollen + 0.9 > full : left < 2 * full;
  return {
    ...cut,
    touched: swollen > 0 || (pushed && (front >= -full || back <= full)),
    pressed,
    fluid: swollen ? SAC - deep > 1 : !pressed || wide < WIDEST,
  };
}

/** The ESCC grade of an extradural tumour from what a cut through the cord finds (T-ESCC-01). */
export function grade(found: Pick<Room, "epidural" | "dented" | "touched" | "pressed" | "fluid">): string {
  if (!found.epidural) return "0";
  if (!found.dented) return "1a";
  if (!found.touched) return "1b";
  if (!found.pressed) return "1c";
  return found.fluid ? "2" : "3";
}

/** A cut lengthwise, seen from the side: outlines of (y, z). */
export function lengthwise(inside: Inside, compartment: Compartment, growth: number): Outlines {
  const cuts = Array.from({ length: STEPS + 1 }, (_, step) => {
    const z = REACH - (2 * REACH * step) / STEPS;
    return { z, ...room(inside, compartment, growth, z) };
  });
  const corded = cuts.filter(({ deep }) => deep > 0);
  const lump = tumour(inside, compartment, growth);
  const hanging = inside === "cord" ? [] : cuts.filter(({ z }) => inside === "roots" || z < -PITCH / 6);
  return {
    sac: [
      ...cuts.flatMap(({ front, z }) => [front, z]),
      ...cuts.toReversed().flatMap(({ back, z }) => [compartment === "intradural" ? SAC : back, z]),
    ],
    cord: [
      ...corded.flatMap(({ y, deep, z }) => [y - deep, z]),
      ...corded.toReversed().flatMap(({ y, deep, z }) => [y + deep, z]),
    ],
    tumour: lump ? ring(lump.y, lump.ry, 0, lump.rz) : [],
    strands: hanging.length
      ? STRANDS.map((share) =>
          hanging.flatMap(({ front, back, z }) => [front + ((1 + share) * (back - front)) / 2, z]),
        )
      : [],
  };
}

/** A cut across at the worst height: outlines of (x, y), and the strands as points. */
export function across(inside: Inside, compartment: Compartment, growth: number): Outlines {
  const cut = room(inside, compartment, growth);
  const lump = tumour(inside, compartment, growth);
  const sac = Array.from({ length: TURNS }, (_, turn) => {
    const angle = (2 * Math.PI * turn) / TURNS;
    const x = SAC_WIDE * Math.cos(angle);
    const y = SAC * Math.sin(angle);
    const pushed = compartment === "extradural" && lump;
    return [x, pushed ? Math.max(y, lump.y + lump.ry * Math.sqrt(Math.max(0, 1 - (x / lump.rx) ** 2))) : y];
  }).flat();
  const middle = (cut.front + cut.back) / 2;
  const deep = (cut.back - cut.front) / 2;
  return {
    sac,
    cord: cut.deep ? ring(0, cut.wide, cut.y, cut.deep) : [],
    tumour: lump ? ring(0, lump.rx, lump.y, lump.ry) : [],
    strands:
      inside === "roots"
        ? [-1, 1].flatMap((side) =>
            STRANDS.flatMap((share) => [
              side * SAC_WIDE * 0.42 * (1.5 - Math.abs(share)),
              middle + share * deep,
            ]),
          )
        : [],
  };
}

/** How much of its half-depth an ellipsoid has at a height. */
function slice(lump: Lump | null, z: number): number {
  return lump ? Math.sqrt(Math.max(0, 1 - (z / lump.rz) ** 2)) : 0;
}

/** The cord's half-depth, nothing pressing; its tip tapers to the lower third of the vertebra. */
function cordAt(inside: Inside, z: number): number {
  if (inside === "cord") return CORD;
  return inside === "roots" ? 0 : CORD * Math.sqrt(Math.min(Math.max((z + 8) / 16, 0), 1));
}

function ring(x: number, rx: number, y: number, ry: number): number[] {
  return Array.from({ length: TURNS }, (_, turn) => (2 * Math.PI * turn) / TURNS).flatMap((angle) => [
    x + rx * Math.cos(angle),
    y + ry * Math.sin(angle),
  ]);
}
