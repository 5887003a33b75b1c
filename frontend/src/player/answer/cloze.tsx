// The form of a cloze, a rationale or a drop-down table: drop-downs in sentences or in cells.
import type { DropDownCloze, DropDownTable, Rationale } from "../../content.ts";
import { CellTable } from "../cell-table.tsx";
import { Phrase } from "../rich.tsx";
import { DropDown } from "./drop-down.tsx";
import { FlowText } from "./flow-text.tsx";
import { type AnswerProps, choicesOf, put } from "./props.ts";

/** The response maps blank names to option letters. */
export function ClozeForm({
  item,
  response,
  locked,
  name,
  onChange,
}: AnswerProps<DropDownCloze | DropDownTable | Rationale>) {
  const choices = choicesOf(response);
  const question = `${name}-question`;

  const control = (blank: string) => {
    const { label, options } = item.blanks[blank] ?? { label: blank, options: [] };
    return (
      <DropDown
        label={label}
        empty={label}
        options={options}
        choice={choices[blank] ?? ""}
        onChoose={(id) => onChange(put(choices, blank, id === "" ? null : id))}
      />
    );
  };

  return (
    <fieldset class="rf-cloze" disabled={locked}>
      <legend class="rf-question" id={question}>
        <Phrase text={item.lead_in} plain />
      </legend>
      {item.type === "drop-down-table" ? (
        <div class="rf-stacked">
          <CellTable columns={item.columns} cells={item.cells} labelledBy={question}>
            {(cell) => <FlowText segments={cell} control={control} />}
          </CellTable>
        </div>
      ) : (
        <p class="rf-cloze-text">
          <FlowText segments={item.segments} control={control} />
        </p>
      )}
    </fieldset>
  );
}
