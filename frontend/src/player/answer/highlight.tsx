// The form of a highlight item: toggle buttons in the flow of a text or in the cells of a table.
import type { HighlightTable, HighlightText } from "../../content.ts";
import { CellTable } from "../cell-table.tsx";
import { Phrase } from "../rich.tsx";
import { FlowText } from "./flow-text.tsx";
import { type AnswerProps, picksOf } from "./props.ts";

/** The response is the names of the spans pressed, in the order of the text. */
export function HighlightForm(props: AnswerProps<HighlightText | HighlightTable>) {
  const { item, response, locked, name, onChange } = props;
  const picks = picksOf(response);
  const question = `${name}-question`;

  const toggle = (span: string) =>
    onChange(Object.keys(item.spans).filter((each) => picks.includes(each) !== (each === span)));

  const control = (name: string) => {
    const span = item.spans[name];
    return (
      span && (
        <button
          type="button"
          class="rf-span"
          aria-pressed={picks.includes(name)}
          onClick={() => toggle(name)}
        >
          <Phrase text={span.text} plain />
        </button>
      )
    );
  };

  return (
    <fieldset class="rf-highlight" disabled={locked}>
      <legend class="rf-question" id={question}>
        <Phrase text={item.lead_in} plain />
      </legend>
      {item.type === "highlight-table" ? (
        <CellTable columns={item.columns} cells={item.cells} labelledBy={question}>
          {(cell) => <FlowText segments={cell} control={control} />}
        </CellTable>
      ) : (
        item.paragraphs.map((paragraph, place) => (
          <p class="rf-highlight-text" key={place}>
            <FlowText segments={paragraph} control={control} />
          </p>
        ))
      )}
      {!locked && <p class="rf-count">Highlighted: {picks.length}</p>}
    </fieldset>
  );
}
