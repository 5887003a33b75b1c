// Chooses the answer form by the item's type.
import type { Item } from "../../content.ts";
import { BowTieForm } from "./bow-tie.tsx";
import { ClozeForm } from "./cloze.tsx";
import { DragAndDropClozeForm } from "./drag-and-drop-cloze.tsx";
import { ExtendedMatchingForm } from "./extended-matching.tsx";
import { FreeTextForm } from "./free-text.tsx";
import { GroupingForm } from "./grouping.tsx";
import { HighlightForm } from "./highlight.tsx";
import { ImageHotspotForm } from "./image-hotspot.tsx";
import { MatrixForm } from "./matrix.tsx";
import { NumericForm } from "./numeric.tsx";
import { OrderedResponseForm } from "./ordered-response.tsx";
import type { AnswerProps } from "./props.ts";
import { ScriptConcordanceForm } from "./script-concordance.tsx";
import { SelectForm } from "./select.tsx";
import { SingleBestAnswerForm } from "./single-best-answer.tsx";

/** The form of any item. */
export function AnswerForm({ item, ...rest }: AnswerProps<Item>) {
  switch (item.type) {
    case "single-best-answer":
      return <SingleBestAnswerForm item={item} {...rest} />;
    case "select-all":
    case "select-n":
    case "key-feature":
      return <SelectForm item={item} {...rest} />;
    case "matrix-multiple-choice":
    case "matrix-multiple-response":
      return <MatrixForm item={item} {...rest} />;
    case "drop-down-cloze":
    case "drop-down-table":
    case "rationale":
      return <ClozeForm item={item} {...rest} />;
    case "grouping":
      return <GroupingForm item={item} {...rest} />;
    case "highlight-text":
    case "highlight-table":
      return <HighlightForm item={item} {...rest} />;
    case "bow-tie":
      return <BowTieForm item={item} {...rest} />;
    case "drag-and-drop-cloze":
      return <DragAndDropClozeForm item={item} {...rest} />;
    case "ordered-response":
      return <OrderedResponseForm item={item} {...rest} />;
    case "extended-matching":
      return <ExtendedMatchingForm item={item} {...rest} />;
    case "numeric":
      return <NumericForm item={item} {...rest} />;
    case "image-hotspot":
      return <ImageHotspotForm item={item} {...rest} />;
    case "script-concordance":
      return <ScriptConcordanceForm item={item} {...rest} />;
    case "free-text":
      return <FreeTextForm item={item} {...rest} />;
  }
}
