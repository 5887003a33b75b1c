// The drawn spine as surfaces: every corner and triangle is reckoned here, from the cuts that the drawing shows.
import {
  type Compartment,
  type Inside,
  PITCH,
  REACH,
  room,
  SAC,
  SAC_WIDE,
  tumour,
} from "../../clinical/spine.ts";

type Point = readonly [x: number, y: number, z: number];

/** Corners, and triangles as their numbers. */
export interface Mesh {
  readonly corners: readonly Point[];
  readonly triangles: readonly Point[];
}

/** A surface of one tissue. */
export interface Part extends Mesh {
  readonly name: string;
  /** The colour token. */
  readonly tissue: string;
  readonly opacity: number;
}

interface Ring {
  readonly z: number;
  readonly y: number;
  readonly wide: number;
  readonly deep: number;
}

/** Corners of a ring. */
const TURNS = 28;
const STEPS = 40;
const BONES = [-1, 0, 1] as const;

/** Every part of the picture, from the outside in. */
export function parts(inside: Inside, compartment: Compartment, growth: number): Part[] {
  const heights = Array.from({ length: STEPS + 1 }, (_, step) => -REACH + (2 * REACH * step) / STEPS);
  const cuts = heights.map((z) => ({ z, ...room(inside, compartment, growth, z) }));
  const lump = tumour(inside, compartment, growth);
  const corded = cuts.filter(({ deep }) => deep > 0);
  const hidden = compartment === "intramedullary";
  return [
    { name: "bone", tissue: "bone", opacity: 0.45, ...join(BONES.flatMap((step) => vertebra(PITCH * step))) },
    {
      name: "disc",
      tissue: "disc",
      opacity: 0.6,
      ...join([-1.5, -0.5, 0.5, 1.5].map((step) => disc(PITCH * step))),
    },
    {
      name: "sac",
      tissue: "csf",
      opacity: 0.3,
      ...loft(
        cuts.map(({ z, front, back }) => {
          const far = compartment === "intradural" ? SAC : back;
          return { z, y: (front + far) / 2, deep: (far - front) / 2, wide: SAC_WIDE };
        }),
      ),
    },
    { name: "roots", tissue: "root", opacity: 1, ...join(roots(inside, cuts)) },
    { name: "cord", tissue: "cord", opacity: hidden ? 0.4 : 1, ...loft(corded) },
    { name: "tumour", tissue: "tumour", opacity: 1, ...(lump ? ball(lump) : join([])) },
  ].filter(({ corners }) => corners.length > 0);
}

/** A body with its waist, two stalks, an arch, and the processes. */
function vertebra(z: number): Mesh[] {
  const body = loft(
    [
      [-12, 19, 14.5],
      [-8, 17.6, 13.4],
      [0, 16.8, 12.8],
      [8, 17.6, 13.4],
      [12, 19, 14.5],
    ].map(([up = 0, wide = 0, deep = 0]) => ({ z: z + up, y: -24.5, wide, deep })),
  );
  const arch = [-1, 1].flatMap((side) => [
    beam([side * 12, -13, z + 4], [side * 12.5, 5, z + 3], [2.5, 0, 0], [0, 0, 5]),
    beam([side * 12.5, 4, z], [0, 15, z - 2], [0, 2.5, 0], [0, 0, 7]),
    beam([side * 12, 4, z + 2], [side * 29, 9, z + 2], [0, 2.5, 0], [0, 0, 3.5]),
  ]);
  return [body, ...arch, beam([0, 13, z - 2], [0, 35, z - 12], [2.2, 0, 0], [0, 0, 6])];
}

function disc(z: number): Mesh {
  return loft(
    [-2.6, 0, 2.6].map((up) => ({ z: z + up, y: -24.5, wide: up ? 18 : 19, deep: up ? 13.6 : 14.6 })),
  );
}

/** A pair of roots through each gap; where there is no cord they hang in the sac as well. */
function roots(
  inside: Inside,
  cuts: readonly (Ring & { readonly front: number; readonly back: number })[],
): Mesh[] {
  const at = (height: number) =>
    cuts.reduce((best, cut) => (Math.abs(cut.z - height) < Math.abs(best.z - height) ? cut : best));
  const leaving = [-1.5, -0.5, 0.5].flatMap((step) =>
    [-1, 1].map((side) => {
      const gap = PITCH * step + 3;
      const { y, wide } = at(gap + 8);
      return tube(
        [
          [side * (wide || 6) * 0.9, y, gap + 8],
          [side * 12, 0, gap + 2],
          [side * 19, 2, gap - 1],
          [side * 30, -2, gap - 8],
        ],
        1.1,
      );
    }),
  );
  const hanging = cuts.filter(({ deep, z }) => deep === 0 && inside !== "cord" && z < REACH);
  const strands =
    hanging.length < 2
      ? []
      : [-1, 1].flatMap((side) =>
          [-0.6, 0, 0.6].map((share) =>
            tube(
              hanging.map(({ front, back, z }): Point => {
                const middle = (front + back) / 2;
                return [
                  side * SAC_WIDE * 0.5 * (1.3 - Math.abs(share)),
                  middle + (share * (back - front)) / 2,
                  z,
                ];
              }),
              0.7,
            ),
          ),
        );
  return [...leaving, ...strands];
}

/** An ellipsoid as a stack of rings. */
function ball({
  y,
  rx,
  ry,
  rz,
}: {
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly rz: number;
}): Mesh {
  const steps = 20;
  return loft(
    Array.from({ length: steps + 1 }, (_, step) => {
      const angle = Math.PI * (step / steps - 0.5);
      const share = Math.max(Math.cos(angle), 0.01);
      return { z: rz * Math.sin(angle), y, wide: rx * share, deep: ry * share };
    }),
  );
}

/** Rings, skinned and closed at both ends. */
function loft(rings: readonly Ring[]): Mesh {
  if (rings.length < 2) return join([]);
  return skin(
    rings.map(({ z, y, wide, deep }) =>
      turns((angle): Point => [wide * Math.cos(angle), y + deep * Math.sin(angle), z]),
    ),
  );
}

/** A pipe along a path. */
function tube(path: readonly Point[], radius: number): Mesh {
  return skin(
    path.map((here, place) => {
      const along = minus(path[place + 1] ?? here, path[place - 1] ?? here);
      const across = unit(cross(along, Math.abs(along[2]) > Math.abs(along[0]) ? [1, 0, 0] : [0, 0, 1]));
      const third = unit(cross(along, across));
      return turns((angle): Point => {
        const [one, two] = [radius * Math.cos(angle), radius * Math.sin(angle)];
        return [
          here[0] + one * across[0] + two * third[0],
          here[1] + one * across[1] + two * third[1],
          here[2] + one * across[2] + two * third[2],
        ];
      });
    }),
  );
}

/** A bar between two points, `u` and `v` its half-edges. */
function beam(from: Point, to: Point, u: Point, v: Point): Mesh {
  const end = (at: Point): Point[] =>
    [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ].map(([a = 0, b = 0]) => [
      at[0] + a * u[0] + b * v[0],
      at[1] + a * u[1] + b * v[1],
      at[2] + a * u[2] + b * v[2],
    ]);
  return skin([end(from), end(to)]);
}

function turns(corner: (angle: number) => Point): Point[] {
  return Array.from({ length: TURNS }, (_, turn) => corner((2 * Math.PI * turn) / TURNS));
}

/** Triangles between neighbouring loops of corners, and a fan over each open end. */
function skin(loops: readonly (readonly Point[])[]): Mesh {
  const size = loops[0]?.length ?? 0;
  const triangles: Point[] = [];
  for (let loop = 0; loop + 1 < loops.length; loop++) {
    for (let turn = 0; turn < size; turn++) {
      const here = loop * size + turn;
      const beside = loop * size + ((turn + 1) % size);
      triangles.push([here, beside, here + size], [beside, beside + size, here + size]);
    }
  }
  const last = (loops.length - 1) * size;
  for (let turn = 1; turn + 1 < size; turn++) {
    triangles.push([0, turn + 1, turn], [last, last + turn, last + turn + 1]);
  }
  return { corners: loops.flat(), triangles };
}

function join(meshes: readonly Mesh[]): Mesh {
  const corners: Point[] = [];
  const triangles: Point[] = [];
  for (const mesh of meshes) {
    const start = corners.length;
    triangles.push(...mesh.triangles.map(([a, b, c]): Point => [a + start, b + start, c + start]));
    corners.push(...mesh.corners);
  }
  return { corners, triangles };
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Point): Point {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
