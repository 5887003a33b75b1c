// What `redflags.labs.tumours` writes, and the state, checked: what a device or a notebook holds may be anything.
import type { Marks } from "../../clinical/sifting.ts";
import type { RichText } from "../../text.ts";

/** A type; a cell that is missing is one that nobody read a source for. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, RichText>>;
  /** What is not known of a cell. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly marks: Marks;
}

/** Something to choose by. */
export interface Choosing {
  readonly kind: string;
  /** Its key in the state. */
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A picture to guess from. */
export interface Round {
  readonly answer: string;
  /** Kinds of marks, or cells shown word for word. */
  readonly clues: readonly string[];
  readonly options: readonly string[];
  readonly decides: readonly string[];
  readonly why: string;
}

export interface Data {
  readonly rows: readonly Row[];
  /** Names of the cells. */
  readonly cells: Readonly<Record<string, string>>;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly string[];
  }[];
  readonly choices: readonly Choosing[];
  readonly sorts: Readonly<Record<string, string>>;
  readonly rounds: readonly Round[];
}

export interface State {
  readonly [key: string]: unknown;
  readonly sort: string;
  readonly shows: string;
  readonly pair: readonly string[];
  readonly round: number;
  /** Answer of a round -> what was guessed. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The cell that a kind of marks sums up. */
export const CELL_OF: Readonly<Record<string, string>> = {
  natures: "behaviour",
  ages: "age",
  levels: "usual_level",
  parts: "location",
  signs: "presentation",
};

/** A row by its id. */
export function rowOf(data: Data, id: unknown): Row {
  const row = data.rows.find((one) => one.id === id) ?? data.rows[0];
  if (row === undefined) throw new Error("an empty tumour table");
  return row;
}

/** The guesses that this table can still ask for. */
export function answersOf(data: Data, state: State): ReadonlyMap<string, string> {
  const kept: Readonly<Record<string, unknown>> =
    typeof state.answers === "object" && state.answers !== null ? state.answers : {};
  return new Map(
    data.rounds.flatMap(({ answer, options }) => {
      const guess = kept[answer];
      return typeof guess === "string" && options.includes(guess) ? [[answer, guess] as const] : [];
    }),
  );
}

/** Values of a kind of marks in words. */
export function inWords(data: Data, kind: string, values: readonly string[]): string {
  const names = data.choices.find((one) => one.kind === kind)?.values ?? {};
  return values.map((value) => names[value] ?? value).join(", ");
}
