// What a state asks of the scanner.
import type { Scan } from "../../clinical/mri.ts";
import type { Display } from "../parts/scan/paint.ts";
import { automatic, type Field, fieldOf, type Preset } from "../parts/scan/tissues.ts";
import type { Data, State } from "./data.ts";

/** Limits of the sliders, in ms and in the signal's unit; the notebook's traits have the same. */
export const LIMITS = {
  tr: [100, 10_000],
  te: [1, 250],
  ti: [20, 4000],
  gadolinium: [0, 5],
  noise: [0, 20],
  window: [1, 120],
  level: [0, 120],
} as const;

/** A state made sense of. */
export interface Settings {
  readonly field: Field;
  readonly scan: Scan;
  readonly isAxial: boolean;
  readonly noise: number;
  /** The named settings that these are, if any. */
  readonly preset: Preset | null;
}

/** The settings of a state; what can't be is as the explorer starts. */
export function settingsOf({ presets }: Data, state: State): Settings {
  const field = fieldOf(state.field);
  const scan: Scan = {
    tr: within(state.tr, LIMITS.tr, 500),
    te: within(state.te, LIMITS.te, 15),
    ti: state.ti === null ? null : within(state.ti, LIMITS.ti, 200),
    shift: state.gradient === true ? shiftAt(presets, field) : 0,
    fat_suppressed: state.fat_suppressed === true,
    gadolinium: within(state.gadolinium, LIMITS.gadolinium, 0),
  };
  const keys = Object.keys(scan) as (keyof Scan)[];
  const preset = presets.find(({ scan: named }) => keys.every((key) => named[field][key] === scan[key])) ?? null;
  return { field, scan, preset, isAxial: state.plane === "axial", noise: within(state.noise, LIMITS.noise, 0) };
}

/** The keys of the state that named settings change. */
export function stateFor({ scan }: Preset, field: Field): Partial<State> {
  const { tr, te, ti, shift, fat_suppressed, gadolinium } = scan[field];
  return { tr, te, ti, gradient: shift > 0, fat_suppressed, gadolinium };
}

/** Which signals are black and white. */
export function displayOf(state: State, signals: Float32Array): Display {
  const { high } = automatic(signals);
  const window = state.window === null ? high : within(state.window, LIMITS.window, high);
  const level = state.level === null ? high / 2 : within(state.level, LIMITS.level, high / 2);
  return { low: level - window / 2, high: level + window / 2 };
}

function shiftAt(presets: readonly Preset[], field: Field): number {
  return Math.max(...presets.map(({ scan }) => scan[field].shift));
}

function within(value: unknown, [low, high]: readonly [number, number], other: number): number {
  return typeof value === "number" && value >= low && value <= high ? value : other;
}
