// The one word that feedback begins with.
import type { Item } from "../../content.ts";
import type { Mark } from "../../marking/result.ts";
import { isSelfMarked } from "../kinds.ts";
import { isBlank, isRight } from "../phase.ts";
import type { Attempt } from "../record.ts";
import type { Verdict } from "../sign.tsx";

interface Said {
  readonly verdict: Verdict;
  readonly says: string;
}

/** Sign and words for an attempt; `place` is 1 for the first. */
export function verdictOf(item: Item, attempt: Attempt, marked: Mark, place: number): Said {
  if (isBlank(attempt.response)) return { verdict: "none", says: "No answer" };
  if (isSelfMarked(item)) return { verdict: "none", says: "Now mark your own answer" };
  if (item.type === "script-concordance") return concordance(marked);
  const later = place > 1 ? ", at the second attempt" : "";
  if (isRight(marked)) return { verdict: "right", says: `Right${later}` };
  if (marked.earned > 0) return { verdict: "partly", says: `Partly right${later}` };
  return { verdict: "wrong", says: place > 1 ? "Still not right" : "Not right" };
}

function concordance({ earned, max, parts }: Mark): Said {
  if (max === 0) {
    return parts[0]?.right
      ? { verdict: "right", says: "The way that the evidence points" }
      : { verdict: "missed", says: "The evidence points another way" };
  }
  if (earned === 1) return { verdict: "right", says: "The panel’s most frequent answer" };
  if (earned > 0) return { verdict: "partly", says: "Some of the panel answered so" };
  return { verdict: "wrong", says: "Nobody on the panel answered so" };
}
