// What the spine's Python module writes, and the state of the explorer.
import { COMPARTMENTS, type Compartment, type Inside, type Room } from "../../clinical/spine.ts";
import type { BodyShape } from "../parts/body.tsx";

/** A vertebra and what lies behind it. */
export interface Level {
  readonly id: string;
  readonly region: string;
  readonly inside: Inside;
  readonly segments: readonly string[];
  /** The segment of its own key point, where the register has one. */
  readonly first: string | null;
  /** Segments whose key points, and whose key muscles, lie there or below. */
  readonly points: readonly string[];
  readonly muscles: readonly string[];
  /** High enough for autonomic dysreflexia. */
  readonly high: boolean;
  readonly says: string;
  readonly evidence: readonly string[];
}

export interface KeyPoint {
  readonly name: string;
  readonly place: string;
  readonly side: "front" | "back";
  readonly at: readonly (readonly [number, number])[];
}

/** What the register expects, and of what, and when. */
export interface Finding {
  readonly heading: string;
  readonly says: string;
  readonly evidence: readonly string[];
  readonly rooms: readonly string[];
  readonly insides: readonly string[];
  readonly when: "always" | "touched" | "pressed";
  readonly high: boolean;
}

/** A still part of a drawing. */
export interface Shape {
  readonly d: string;
  readonly tissue: string;
}

export interface Cut {
  readonly box: string;
  readonly bones: readonly Shape[];
}

interface Cited {
  readonly says: string;
  readonly evidence: readonly string[];
}

export interface Data {
  readonly levels: readonly Level[];
  readonly points: Readonly<Record<string, KeyPoint>>;
  readonly points_entry: string;
  readonly muscles: Readonly<Record<string, string>>;
  readonly compartments: readonly (Cited & { readonly id: Compartment; readonly label: string })[];
  readonly findings: readonly Finding[];
  readonly grades: {
    readonly entry: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly disputes: Readonly<Record<string, Cited>>;
  };
  readonly body: BodyShape;
  readonly cuts: { readonly lengthwise: Cut; readonly across: Cut };
  readonly empty: Cited;
}

export type State = {
  readonly level: string;
  readonly compartment: Compartment;
  /** In per cent of the largest that is drawn. */
  readonly growth: number;
  readonly view: "drawing" | "3d";
};

/** The mode of the chapter on tumours inside the dura: it leaves the outer room out. */
export const INSIDE = "inside";

/** What a notebook wrote may be anything. */
export function readState(data: Data, state: State, mode: string): State & { readonly place: Level } {
  const rooms = roomsOf(mode);
  const place = data.levels.find(({ id }) => id === state.level) ?? (data.levels[0] as Level);
  const compartment = rooms.includes(state.compartment) ? state.compartment : (rooms[0] as Compartment);
  const growth = typeof state.growth === "number" ? Math.min(Math.max(state.growth, 0), 100) : 0;
  return { level: place.id, compartment, growth, view: state.view === "3d" ? "3d" : "drawing", place };
}

/** The rooms that a mode offers. */
export function roomsOf(mode: string): readonly Compartment[] {
  return mode === INSIDE ? COMPARTMENTS.slice(1) : COMPARTMENTS;
}

/** The findings that belong to a level, a room, and what a cut across it finds. The twin of labs/_findings.py. */
export function expected(
  findings: readonly Finding[],
  level: Level,
  compartment: Compartment,
  cut: Pick<Room, "touched" | "pressed">,
): readonly Finding[] {
  if (compartment === "intramedullary" && level.inside === "roots") return [];
  return findings.filter(
    ({ rooms, insides, when, high }) =>
      rooms.includes(compartment) &&
      insides.includes(level.inside) &&
      (when === "always" || cut[when]) &&
      (level.high || !high),
  );
}
