// Chooses the full feedback by the item's type.
import type { FreeText, Item } from "../../content.ts";
import type { Mark } from "../../marking/result.ts";
import { Picture } from "../picture/picture.tsx";
import { ClozeFeedback } from "./cloze.tsx";
import { NumericFeedback } from "./numeric.tsx";
import { OptionsFeedback } from "./options.tsx";
import { isRowsItem } from "./rows.ts";
import { RowsFeedback } from "./rows.tsx";
import { ConcordanceFeedback } from "./script-concordance.tsx";

/** Everything there is to say about an answer. */
export function Full({
  item,
  marked: { parts },
}: {
  readonly item: Exclude<Item, FreeText>;
  readonly marked: Mark;
}) {
  if (isRowsItem(item)) return <RowsFeedback item={item} parts={parts} />;
  switch (item.type) {
    case "drop-down-cloze":
    case "drop-down-table":
    case "rationale":
      return <ClozeFeedback item={item} parts={parts} />;
    case "numeric":
      return <NumericFeedback item={item} parts={parts} />;
    case "script-concordance":
      return <ConcordanceFeedback item={item} part={parts[0]} />;
    case "image-hotspot":
      return (
        <>
          <Picture item={item} chosen={parts.find((part) => part.chosen)?.id} told />
          <OptionsFeedback item={item} parts={parts} />
        </>
      );
    default:
      return <OptionsFeedback item={item} parts={parts} />;
  }
}
