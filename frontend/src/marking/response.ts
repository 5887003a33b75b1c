// What a learner may answer, in the shape of each item type, and reading it back from stored JSON.

/** Row, blank or place name to what was put there. */
export type Choices = Readonly<Record<string, string>>;

/** Row or group name to everything that was chosen for it. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** A text, and the points of the checklist that its writer finds in it. */
export interface Written {
  readonly text: string;
  readonly met: readonly string[];
}

/**
 * single-best-answer, image-hotspot: a letter. script-concordance: "-2" to "2". free-text: written. numeric: the number as typed. select-*, highlight-*, key-feature: letters or
 * names. matrix-multiple-response (by row) and grouping (by group): lists. Every other type: choices.
 * `null` is a blank answer for every type.
 */
export type Response = string | readonly string[] | Choices | Lists | Written | null;

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

/** For each named place (row, drop-down, group), what can be put there. */
export type Allowed = ReadonlyMap<string, readonly string[]>;

/** Returns what was put into each named place, or throws. */
export function asChoices(allowed: Allowed, response: unknown): ReadonlyMap<string, string> {
  const choices = new Map<string, string>();
  for (const [place, choice, options] of entries(allowed, response)) {
    if (typeof choice !== "string" || !options.includes(choice)) throw misplaced(choice, place);
    choices.set(place, choice);
  }
  return choices;
}

/** As `asChoices`, where each set of places in `once` shares its tokens, so that a token stands in one of them only. */
export function asPlaced(
  allowed: Allowed,
  once: readonly (readonly string[])[],
  response: unknown,
): ReadonlyMap<string, string> {
  const choices = asChoices(allowed, response);
  for (const places of once) {
    const tokens = places.map((place) => choices.get(place)).filter((token) => token !== undefined);
    if (new Set(tokens).size < tokens.length) throw new ResponseError("a token was placed twice");
  }
  return choices;
}

/** Returns everything that was chosen for each named row or group, or throws. */
export function asLists(allowed: Allowed, response: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [place, chosen, options] of entries(allowed, response)) {
    if (!Array.isArray(chosen) || !chosen.every((one) => options.includes(one)))
      throw misplaced(chosen, place);
    const list = new Set<string>(chosen);
    if (list.size < chosen.length) throw new ResponseError(`something was put into ${place} twice`);
    lists.set(place, list);
  }
  return lists;
}

function entries(allowed: Allowed, response: unknown): [string, unknown, readonly string[]][] {
  if (response === null) return [];
  const places = [...allowed.keys()].join(", ");
  if (typeof response !== "object" || Array.isArray(response)) {
    throw new ResponseError(`expected an answer for each of ${places}, got ${JSON.stringify(response)}`);
  }
  return Object.entries(response as object).map(([place, answer]) => {
    const options = allowed.get(place);
    if (options === undefined) throw new ResponseError(`no place "${place}"; places are ${places}`);
    return [place, answer, options];
  });
}

function misplaced(answer: unknown, place: string): ResponseError {
  return new ResponseError(`${JSON.stringify(answer)} cannot be put into ${place}`);
}
