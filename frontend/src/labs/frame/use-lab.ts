// What the parts of an explorer ask of its frame: its data, its state, and words for a screen reader.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LabContent, LabState } from "./content.ts";

/** One mounted explorer. */
export interface LabPlace {
  readonly content: LabContent<unknown>;
  readonly state: LabState;
  readonly mode: string;
  readonly set: (changes: LabState) => void;
  readonly say: (words: string) => void;
}

/** Filled in by the frame. */
export const LabContext = createContext<LabPlace | null>(null);

/** An explorer's own view of its frame. */
export interface UseLab<Data, State> {
  readonly data: Data;
  /** Every key of the state; what is read from a device or a notebook may be anything, so check it. */
  readonly state: State;
  /** One of the explorer's modes; empty in most. */
  readonly mode: string;
  /** Changes keys of the state; undefined is no value: leave a key out, or write null. */
  readonly set: (changes: Partial<State>) => void;
  /** Tells a screen reader what came of it, once nothing has changed for a moment. */
  readonly say: (words: string) => void;
}

/** The frame around the component that asks; `Data` and `State` are what its Python module writes. */
export function useLab<Data, State extends LabState>(): UseLab<Data, State> {
  const place = useContext(LabContext);
  if (place === null) throw new Error("no explorer around this component");
  return { ...place, data: place.content.data as Data } as unknown as UseLab<Data, State>;
}
