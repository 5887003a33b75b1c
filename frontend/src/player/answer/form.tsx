// Chooses the answer form by the item's type.
import type { Item } from "../../content.ts";
import { ClozeForm } from "./cloze.tsx";
import { MatrixForm } from "./matrix.tsx";
import { NumericForm } from "./numeric.tsx";
import type { AnswerProps } from "./props.ts";
import { SelectForm } from "./select.tsx";
import { SingleBestAnswerForm } from "./single-best-answer.tsx";

/** The form of any item. */
export function AnswerForm({ item, ...rest }: AnswerProps<Item>) {
  switch (item.type) {
    case "single-best-answer":
      return <SingleBestAnswerForm item={item} {...rest} />;
    case "select-all":
    case "select-n":
      return <SelectForm item={item} {...rest} />;
    case "matrix-multiple-choice":
      return <MatrixForm item={item} {...rest} />;
    case "drop-down-cloze":
      return <ClozeForm item={item} {...rest} />;
    case "numeric":
      return <NumericForm item={item} {...rest} />;
  }
}
