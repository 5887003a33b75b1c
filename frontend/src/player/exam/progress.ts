// Where each question of an exam stands before its end.
import type { Item } from "../../content.ts";
import { problem } from "../../marking/problem.ts";
import type { StepOf } from "../case/case.ts";
import { isUnmarked } from "../kinds.ts";
import type { Mode } from "../mode.ts";
import { isBlank } from "../phase.ts";
import type { ItemRecord } from "../record.ts";
import type { Store } from "../store.ts";

/** How far an answer is. */
export type Filled = "answered" | "incomplete" | "empty";

/** A question as the overview lists it. */
export interface Entry {
  readonly item: Item;
  readonly place: number;
  readonly filled: Filled;
  readonly flagged: boolean;
  readonly unsure: boolean;
  /** closed: a step that was left. later: a step whose turn has not come. */
  readonly access: "open" | "closed" | "later";
}

/** Every question, in order. */
export function entries(
  items: readonly Item[],
  store: Store,
  steps: ReadonlyMap<string, StepOf>,
  mode: Mode,
): Entry[] {
  return items.map((item, place) => {
    const record = store.record(item);
    const step = steps.get(item.id);
    const before = items[place - 1];
    const waits =
      step !== undefined && step.place > 0 && before !== undefined && store.record(before).left !== true;
    const filled = filledOf(item, record);
    return {
      item,
      place,
      filled,
      flagged: record.flagged === true,
      unsure: filled !== "empty" && asksCertainty(item, mode) && record.sure === undefined,
      access: record.left ? "closed" : waits ? "later" : "open",
    };
  });
}

/** Whether one can be sure of an answer: not where nobody gives a mark, which only the key says. */
export function asksCertainty(item: Item, mode: Mode): boolean {
  return !mode.told || !isUnmarked(item);
}

function filledOf(item: Item, { draft = null }: ItemRecord): Filled {
  if (isBlank(draft)) return "empty";
  return problem(item, draft) === null ? "answered" : "incomplete";
}
