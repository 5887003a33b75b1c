// Choosing rows of a table in which much is unknown. The twin of redflags/clinical/sifting.py, which says why.

/** What a row can be chosen by: kind to values; empty is unsaid. */
export type Marks = Readonly<Record<string, readonly string[]>>;

/** Fits what is wanted, can't say, or is usual elsewhere. */
export type Sifted = "fits" | "unsaid" | "elsewhere";

/** A row that doesn't name a sign has not denied it. */
const NEVER_DENIED = "signs";

/** For each row, how it stands to what is wanted; an empty value asks for nothing. */
export function sift(
  rows: readonly { readonly marks: Marks }[],
  wanted: Readonly<Record<string, string>>,
): Sifted[] {
  return rows.map(({ marks }) => {
    const asked = Object.entries(wanted).filter(([, value]) => value !== "");
    const found = asked.map(([kind, value]) => by(kind, marks[kind] ?? [], value));
    if (found.includes("elsewhere")) return "elsewhere";
    return found.includes("unsaid") ? "unsaid" : "fits";
  });
}

function by(kind: string, values: readonly string[], value: string): Sifted {
  if (values.includes(value)) return "fits";
  return values.length === 0 || kind === NEVER_DENIED ? "unsaid" : "elsewhere";
}

/** How two rows stand to each other in one kind of marks. */
export function parts(
  one: readonly string[],
  other: readonly string[],
): "same" | "overlap" | "differ" | "unsaid" {
  if (one.length === 0 || other.length === 0) return "unsaid";
  const shared = one.filter((value) => other.includes(value)).length;
  if (shared === 0) return "differ";
  return shared === one.length && shared === other.length ? "same" : "overlap";
}
