// What redflags/labs/_tissues.py writes: tissues and settings by field strength, each value with its source.
import { type Scan, signal, type Tissue } from "../../../clinical/mri.ts";
import { TISSUES } from "../../../clinical/phantom.ts";
import type { Display } from "./paint.ts";

/** Field strengths as the data names them. */
export type Field = "1.5" | "3";

/** A tissue with its values, and for each the entry that it is from; null is this model's own choice. */
export interface TissueData {
  readonly id: string;
  readonly label: string;
  readonly values: Readonly<Record<Field, Tissue>>;
  readonly origins: Readonly<Record<Field, Readonly<Record<keyof Tissue, string | null>>>>;
}

/** Settings with a name. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly says: string;
  readonly scan: Readonly<Record<Field, Scan>>;
}

/** The signal of each tissue by its number. */
export function signalsOf(tissues: readonly TissueData[], field: Field, scan: Scan): Float32Array {
  const found = new Float32Array(TISSUES.length);
  for (const { id, values } of tissues) found[TISSUES.indexOf(id as never)] = signal(values[field], scan);
  return found;
}

/** Black is no signal, white the brightest tissue of the picture. */
export function automatic(signals: Float32Array): Display {
  return { low: 0, high: Math.max(...signals, 1) };
}

/** The field that a state asks for. */
export function fieldOf(field: unknown): Field {
  return field === 3 ? "3" : "1.5";
}
