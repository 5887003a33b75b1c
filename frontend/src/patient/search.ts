// Finding an act by a few letters of its name or of its other words.
import type { Action, Kind } from "../simulation/case.ts";
import { KINDS } from "./words.ts";

/** The kinds in the order in which a consultation goes. */
export const ORDER = Object.keys(KINDS) as Kind[];

/** The acts that hold every word, of one kind or of all: kind by kind, by the alphabet, which betrays nothing. */
export function found(actions: readonly Action[], words: string, kind: Kind | null): Action[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const sorted = actions.toSorted((a, b) => a.label.localeCompare(b.label));
  return ORDER.flatMap((each) =>
    sorted.filter((action) => {
      if (action.kind !== each || (kind !== null && action.kind !== kind)) return false;
      const text = fold([action.label, ...action.words].join(" "));
      return wanted.every((word) => text.includes(word));
    }),
  );
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
