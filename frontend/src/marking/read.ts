// Whether a response is one that the item's player can give: all that can be said of an answer without its key.
import type { Item } from "../content.ts";
import { readBowTie } from "./bow-tie.ts";
import { readDragAndDropCloze } from "./drag-and-drop-cloze.ts";
import { readBlanks } from "./drop-down-cloze.ts";
import { readExtendedMatching } from "./extended-matching.ts";
import { readFreeText } from "./free-text.ts";
import { readGrouping } from "./grouping.ts";
import { readKeyFeature } from "./key-feature.ts";
import { readMatrixMultipleChoice } from "./matrix-multiple-choice.ts";
import { readMatrixMultipleResponse } from "./matrix-multiple-response.ts";
import { readNumeric } from "./numeric.ts";
import { readOrderedResponse } from "./ordered-response.ts";
import { asPicks } from "./response.ts";
import { readAnswer } from "./script-concordance.ts";
import { readSelectN } from "./select-n.ts";
import { readOne } from "./single-best-answer.ts";

/** Throws ResponseError when no player could give the response; what it returns depends on the type. */
export function read(item: Item, response: unknown): unknown {
  switch (item.type) {
    case "single-best-answer":
      return readOne(item.options, response);
    case "select-all":
      return asPicks(item.options, response);
    case "select-n":
      return readSelectN(item, response);
    case "matrix-multiple-choice":
      return readMatrixMultipleChoice(item, response);
    case "matrix-multiple-response":
      return readMatrixMultipleResponse(item, response);
    case "drop-down-cloze":
    case "drop-down-table":
    case "rationale":
      return readBlanks(item, response);
    case "grouping":
      return readGrouping(item, response);
    case "highlight-text":
    case "highlight-table":
      return asPicks(Object.values(item.spans), response);
    case "bow-tie":
      return readBowTie(item, response);
    case "drag-and-drop-cloze":
      return readDragAndDropCloze(item, response);
    case "ordered-response":
      return readOrderedResponse(item, response);
    case "extended-matching":
      return readExtendedMatching(item, response);
    case "key-feature":
      return readKeyFeature(item, response);
    case "numeric":
      return readNumeric(response);
    case "image-hotspot":
      return readOne(item.regions, response);
    case "script-concordance":
      return readAnswer(response);
    case "free-text":
      return readFreeText(response);
  }
}
