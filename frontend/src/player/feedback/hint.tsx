// Feedback on a wrong first attempt: what was wrong with the learner's own choices, and nothing of the key.
import type { Item } from "../../content.ts";
import type { Mark } from "../../marking/result.ts";
import { ClozeHint } from "./cloze.tsx";
import { WrongNumberNote } from "./numeric.tsx";
import { OptionsHint } from "./options.tsx";
import { isRowsItem } from "./rows.ts";
import { RowsHint } from "./rows.tsx";

/** The wrong parts of an answer. */
export function Hint({ item, marked: { parts } }: { readonly item: Item; readonly marked: Mark }) {
  if (isRowsItem(item)) return <RowsHint item={item} parts={parts} />;
  switch (item.type) {
    case "drop-down-cloze":
    case "drop-down-table":
    case "rationale":
      return <ClozeHint item={item} parts={parts} />;
    case "numeric":
      return <WrongNumberNote item={item} parts={parts} />;
    case "script-concordance":
    case "free-text":
      // These are asked once, and told in full.
      return null;
    default:
      return <OptionsHint item={item} parts={parts} />;
  }
}
