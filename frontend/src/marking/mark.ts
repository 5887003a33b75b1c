// Chooses the rule by the item's type and applies it.
import type { Item } from "../content.ts";
import { markDropDownCloze } from "./drop-down-cloze.ts";
import { markMatrixMultipleChoice } from "./matrix-multiple-choice.ts";
import { markNumeric } from "./numeric.ts";
import type { Mark } from "./result.ts";
import { markSelectAll } from "./select-all.ts";
import { markSelectN } from "./select-n.ts";
import { markSingleBestAnswer } from "./single-best-answer.ts";

/** Marks a response to a compiled item; throws ResponseError when no player could give the response. */
export function mark(item: Item, response: unknown): Mark {
  switch (item.type) {
    case "single-best-answer":
      return markSingleBestAnswer(item, response);
    case "select-all":
      return markSelectAll(item, response);
    case "select-n":
      return markSelectN(item, response);
    case "matrix-multiple-choice":
      return markMatrixMultipleChoice(item, response);
    case "drop-down-cloze":
      return markDropDownCloze(item, response);
    case "numeric":
      return markNumeric(item, response);
  }
}
