// Each slice in words: what a look tells, and after the answer what it is.
import { LEVELS, type Lesion, levelAt, type Scene, TISSUES } from "../../clinical/phantom.ts";
import { type Slice, sliceOf } from "../parts/scan/slice.ts";
import { fluid, heightName, oddBone, oddLevels } from "../parts/scan/words.ts";
import type { Data, State } from "./data.ts";

/** A spine with nothing wrong. */
const SOUND: Scene = { lesions: [], dry: [], pushed_at: 0, pushed: 0 };
const NAMES: Readonly<Record<string, string>> = {
  metastasis: "deposit",
  sclerotic: "sclerotic deposit",
  haemangioma: "haemangioma",
};

/** One slice in words. */
export function describe(data: Data, state: State, slice: Slice, signals: Float32Array): string {
  const { kind, at } = slice.plane;
  const notes = state.submitted ? annotated(data.scene.lesions, slice) : "";
  if (kind === "sagittal") return `${sideName(at)}. ${oddLevels(slice, signals)}${notes}`;
  const usual = sliceOf(SOUND, slice.plane);
  return `Through ${heightName(at)}. ${oddBone(slice, signals)} ${fluid(slice, usual)}${notes}`;
}

function sideName(x: number): string {
  if (x === 0) return "Through the middle";
  const side = `${Math.abs(x)} mm to the person’s ${x > 0 ? "left" : "right"}`;
  if (Math.abs(x) < 10) return `${side}, through the canal`;
  return Math.abs(x) < 20 ? `${side}, through pedicles and joints` : `${side}, beside the vertebrae`;
}

function annotated(lesions: readonly Lesion[], { plane, first }: Slice): string {
  const axis = plane.kind === "sagittal" ? 0 : 2;
  const met = lesions.filter(
    ({ tissue, at, size }) => Math.abs(plane.at - at[axis]) < size[axis] && first.includes(tissue),
  );
  if (met.length === 0) return " Notes: nothing in this slice.";
  const named = met.map(({ tissue, at }) => `${NAMES[TISSUES[tissue] ?? ""]} in ${LEVELS[levelAt(at[2])]}`);
  return ` Notes: ${named.join(", ")}.`;
}
