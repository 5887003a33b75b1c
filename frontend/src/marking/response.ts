// What a learner may answer, in the shape of each item type, and reading it back from stored JSON.

/** Row or blank name to what was put there. */
export type Choices = Readonly<Record<string, string>>;

/**
 * single-best-answer: an option letter. select-*: letters. matrix and cloze: choices. numeric: the number as typed.
 * `null` is a blank answer for every type.
 */
export type Response = string | readonly string[] | Choices | null;

/** Says that no player of the item's type can give this response. */
export class ResponseError extends Error {
  override name = "ResponseError";
}

/** Returns one string or null, or throws. */
export function asText(response: unknown, expected: string): string | null {
  if (response === null || typeof response === "string") return response;
  throw new ResponseError(`expected ${expected}, got ${JSON.stringify(response)}`);
}

/** Returns the options picked, or throws. */
export function asPicks(options: readonly { id: string }[], response: unknown): ReadonlySet<string> {
  if (response === null) return new Set();
  if (!Array.isArray(response) || !response.every((pick) => typeof pick === "string")) {
    throw new ResponseError(`expected a list of option letters, got ${JSON.stringify(response)}`);
  }
  const known = options.map((option) => option.id);
  const unknown = response.filter((pick) => !known.includes(pick));
  if (unknown.length > 0) {
    throw new ResponseError(`no option ${unknown.join(", ")}; options are ${known.join(", ")}`);
  }
  const picks = new Set<string>(response);
  if (picks.size < response.length) throw new ResponseError("an option was picked twice");
  return picks;
}

/** Returns what was put into each named place (row or drop-down), or throws. */
export function asChoices(
  allowed: ReadonlyMap<string, readonly string[]>,
  response: unknown,
): ReadonlyMap<string, string> {
  if (response === null) return new Map();
  if (typeof response !== "object" || Array.isArray(response)) {
    throw new ResponseError(
      `expected a choice for each of ${[...allowed.keys()].join(", ")}, got ${JSON.stringify(response)}`,
    );
  }
  const choices = new Map<string, string>();
  for (const [place, choice] of Object.entries(response as object)) {
    const options = allowed.get(place);
    if (options === undefined) {
      throw new ResponseError(`no place "${place}"; places are ${[...allowed.keys()].join(", ")}`);
    }
    if (typeof choice !== "string" || !options.includes(choice)) {
      throw new ResponseError(`${JSON.stringify(choice)} cannot be put into ${place}`);
    }
    choices.set(place, choice);
  }
  return choices;
}
