// What redflags/labs/imaging_viewer.py puts into the viewer, and what a reader does there.
import type { Scene } from "../../clinical/phantom.ts";
import { POINTS } from "../parts/scan/slice.ts";
import type { Preset, TissueData } from "../parts/scan/tissues.ts";

/** The viewer's data. */
export interface Data {
  readonly tissues: readonly TissueData[];
  readonly presets: readonly Preset[];
  readonly scene: Scene;
  /** Places of the slices, in mm. */
  readonly sagittal: readonly number[];
  readonly axial: readonly number[];
  readonly canal: Readonly<Record<string, string>>;
  readonly answer: { readonly levels: readonly string[]; readonly canal: string };
  readonly notes: readonly string[];
}

export type Kind = "sagittal" | "axial";
export type Point = readonly [number, number];

/** A distance in one slice; ends in the picture's points, column first. */
export interface Measure {
  readonly plane: Kind;
  readonly slice: number;
  readonly from: Point;
  readonly to: Point;
}

/** The viewer's state, as anything may have written it: `stateOf` makes sense of it. */
export type State = {
  readonly series: string;
  readonly sagittal: number;
  readonly axial: number;
  /** Null is automatic; so is `level`. */
  readonly window: number | null;
  readonly level: number | null;
  readonly measure: Measure | null;
  /** Vertebrae that are thought to hold a deposit. */
  readonly levels: readonly string[];
  readonly canal: string | null;
  readonly submitted: boolean;
};

/** A state in which everything can be shown. */
export function stateOf(data: Data, state: State): State {
  const index = (value: unknown, count: number) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count ? value : 0;
  const number = (value: unknown) => (typeof value === "number" && value >= 0 && value <= 120 ? value : null);
  return {
    series: data.presets.some(({ id }) => id === state.series) ? state.series : (data.presets[0]?.id ?? ""),
    sagittal: index(state.sagittal, data.sagittal.length),
    axial: index(state.axial, data.axial.length),
    window: number(state.window) || null,
    level: number(state.level),
    measure: isMeasure(state.measure) ? state.measure : null,
    levels: Array.isArray(state.levels) ? state.levels.filter((level) => typeof level === "string") : [],
    canal: typeof state.canal === "string" && Object.hasOwn(data.canal, state.canal) ? state.canal : null,
    submitted: state.submitted === true,
  };
}

function isMeasure(value: unknown): value is Measure {
  const { plane, slice, from, to } = (value ?? {}) as Partial<Measure>;
  const isPoint = (point: unknown) =>
    Array.isArray(point) && point.length === 2 && point.every((part) => part >= 0 && part <= POINTS);
  return (
    (plane === "sagittal" || plane === "axial") && Number.isInteger(slice) && isPoint(from) && isPoint(to)
  );
}
