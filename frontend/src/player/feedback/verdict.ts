// The one word that feedback begins with.
import type { Mark } from "../../marking/result.ts";
import { isBlank, isRight } from "../phase.ts";
import type { Attempt } from "../record.ts";
import type { Verdict } from "../sign.tsx";

/** Sign and words for an attempt; `place` is 1 for the first. */
export function verdictOf(attempt: Attempt, marked: Mark, place: number): { verdict: Verdict; says: string } {
  if (isBlank(attempt.response)) return { verdict: "none", says: "No answer" };
  const later = place > 1 ? ", at the second attempt" : "";
  if (isRight(marked)) return { verdict: "right", says: `Right${later}` };
  if (marked.earned > 0) return { verdict: "partly", says: `Partly right${later}` };
  return { verdict: "wrong", says: place > 1 ? "Still not right" : "Not right" };
}
