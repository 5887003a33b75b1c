// Between a response of one token a place and the lists that placing works with.
import type { Choices } from "../../marking/response.ts";
import type { Placed } from "./use-placing.ts";

/** One token a place, as lists; `only` names the places to keep. */
export function asPlaced(choices: Choices, only: readonly string[]): Placed {
  return Object.fromEntries(
    Object.entries(choices)
      .filter(([place]) => only.includes(place))
      .map(([place, token]) => [place, [token]]),
  );
}

/** The first token of each place. */
export function asChoices(placed: Placed): Choices {
  return Object.fromEntries(
    Object.entries(placed).flatMap(([place, [token]]) => (token ? [[place, token]] : [])),
  );
}
