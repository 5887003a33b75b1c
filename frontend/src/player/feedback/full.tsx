// Chooses the full feedback by the item's type.
import type { Item } from "../../content.ts";
import type { Mark } from "../../marking/result.ts";
import { ClozeFeedback } from "./cloze.tsx";
import { MatrixFeedback } from "./matrix.tsx";
import { NumericFeedback } from "./numeric.tsx";
import { OptionsFeedback } from "./options.tsx";

/** Everything there is to say about an answer. */
export function Full({ item, marked }: { readonly item: Item; readonly marked: Mark }) {
  switch (item.type) {
    case "single-best-answer":
    case "select-all":
    case "select-n":
      return <OptionsFeedback item={item} parts={marked.parts} />;
    case "matrix-multiple-choice":
      return <MatrixFeedback item={item} parts={marked.parts} />;
    case "drop-down-cloze":
      return <ClozeFeedback item={item} parts={marked.parts} />;
    case "numeric":
      return <NumericFeedback item={item} parts={marked.parts} />;
  }
}
