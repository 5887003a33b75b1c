// What a compiled explorer is; `redflags.compile.compile_lab` makes it.
import type { EvidenceNote } from "../../content.ts";

/** The state of an explorer, by key; what a reader has not touched is missing. */
export type LabState = Readonly<Record<string, unknown>>;

/** An explorer as JSON; `Data` is what its own Python module puts in. */
export interface LabContent<Data> {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly data: Data;
  /** The state untouched. */
  readonly start: LabState;
  /** Keys of the state that stay on the device. */
  readonly keeps: readonly string[];
  readonly simulation: boolean;
  readonly evidence: Readonly<Record<string, EvidenceNote>>;
}
