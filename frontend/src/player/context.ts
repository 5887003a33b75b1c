// What every part of one mounted quiz needs to know.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EvidenceNote } from "../content.ts";

/** The surroundings of a mounted quiz. */
export interface Surroundings {
  /** Begins every element id, so that several players on a page don't collide. */
  readonly prefix: string;
  /** Heading level of a question; its feedback is one below. */
  readonly level: number;
  readonly notes: Readonly<Record<string, EvidenceNote>>;
  readonly objectives: Readonly<Record<string, string>>;
  /** Address of the page that lists the register, if the home has one. */
  readonly register: string | null;
}

/** Filled in by `render`. */
export const SurroundingsContext = createContext<Surroundings>({
  prefix: "rf",
  level: 3,
  notes: {},
  objectives: {},
  register: null,
});

/** The surroundings of the component that asks. */
export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
