// What the pain map's Python module writes, and the state of the explorer.
import type { BodyShape } from "../parts/body.tsx";

interface Cited {
  readonly says: string;
  readonly evidence: readonly string[];
}

/** A place of the body, marked by ovals. */
export interface Place {
  readonly id: string;
  readonly label: string;
  readonly side: "front" | "back";
  readonly at: readonly (readonly [number, number])[];
  readonly size: readonly [number, number];
}

/** What may be felt at places: a bone, a root, an organ. */
export interface Source extends Cited {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly places: readonly string[];
}

export interface Kind extends Cited {
  readonly id: string;
  readonly label: string;
}

/** What is said of a pain, the kinds it speaks for, and how fast it counts after cancer. */
export interface Change extends Cited {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly string[];
  readonly clock: string;
  readonly clock_evidence: readonly string[];
}

export interface Data {
  readonly body: BodyShape;
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
  readonly groups: Readonly<Record<string, string>>;
  readonly kinds: readonly Kind[];
  readonly changes: readonly Change[];
  readonly limits: Cited;
  readonly guess: {
    /** The place that is asked about, and the option that the register bears out. */
    readonly place: string;
    readonly answer: string;
    readonly question: string;
    readonly options: readonly { readonly id: string; readonly label: string }[];
    readonly reveal: string;
    readonly evidence: readonly string[];
  };
}

export type State = {
  readonly begin: "place" | "source";
  readonly place: string;
  readonly source: string;
  readonly changes: readonly string[];
  readonly guess: string | null;
  readonly revealed: boolean;
};

/** The mode of the chapter on how tumours hurt: kinds of pain alone. */
export const KINDS = "kinds";

/** What a device kept or a notebook wrote may be anything. */
export function readState(data: Data, state: State): State {
  const known = (list: readonly { readonly id: string }[], id: unknown) =>
    list.find((one) => one.id === id)?.id;
  return {
    begin: state.begin === "source" ? "source" : "place",
    place: known(data.places, state.place) ?? data.guess.place,
    source: known(data.sources, state.source) ?? data.guess.answer,
    changes: Array.isArray(state.changes)
      ? state.changes.filter((id) => known(data.changes, id) !== undefined)
      : [],
    guess: known(data.guess.options, state.guess) ?? null,
    revealed: state.revealed === true,
  };
}
