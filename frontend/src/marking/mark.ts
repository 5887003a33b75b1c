// Chooses the rule by the item's type and applies it.
import type { Item } from "../content.ts";
import { markBowTie } from "./bow-tie.ts";
import { markDragAndDropCloze } from "./drag-and-drop-cloze.ts";
import { markDropDownCloze } from "./drop-down-cloze.ts";
import { markExtendedMatching } from "./extended-matching.ts";
import { markFreeText } from "./free-text.ts";
import { markGrouping } from "./grouping.ts";
import { markHighlight } from "./highlight.ts";
import { markImageHotspot } from "./image-hotspot.ts";
import { markKeyFeature } from "./key-feature.ts";
import { markMatrixMultipleChoice } from "./matrix-multiple-choice.ts";
import { markMatrixMultipleResponse } from "./matrix-multiple-response.ts";
import { markNumeric } from "./numeric.ts";
import { markOrderedResponse } from "./ordered-response.ts";
import { markRationale } from "./rationale.ts";
import type { Mark } from "./result.ts";
import { markScriptConcordance } from "./script-concordance.ts";
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
    case "matrix-multiple-response":
      return markMatrixMultipleResponse(item, response);
    case "drop-down-cloze":
    case "drop-down-table":
      return markDropDownCloze(item, response);
    case "rationale":
      return markRationale(item, response);
    case "grouping":
      return markGrouping(item, response);
    case "highlight-text":
    case "highlight-table":
      return markHighlight(item, response);
    case "bow-tie":
      return markBowTie(item, response);
    case "drag-and-drop-cloze":
      return markDragAndDropCloze(item, response);
    case "ordered-response":
      return markOrderedResponse(item, response);
    case "extended-matching":
      return markExtendedMatching(item, response);
    case "key-feature":
      return markKeyFeature(item, response);
    case "numeric":
      return markNumeric(item, response);
    case "image-hotspot":
      return markImageHotspot(item, response);
    case "script-concordance":
      return markScriptConcordance(item, response);
    case "free-text":
      return markFreeText(item, response);
  }
}
