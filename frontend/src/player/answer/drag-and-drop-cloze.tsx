// The form of a drag-and-drop cloze: sentences with places in them, and the tokens for them.
import type { DragAndDropCloze } from "../../content.ts";
import { Place } from "../placing/place.tsx";
import { asChoices, asPlaced } from "../placing/shape.ts";
import { PlacingArea, Tray } from "../placing/tray.tsx";
import { usePlacing } from "../placing/use-placing.ts";
import { Phrase } from "../rich.tsx";
import { FlowText } from "./flow-text.tsx";
import { type AnswerProps, choicesOf } from "./props.ts";

/** The response maps target names to token letters. */
export function DragAndDropClozeForm(props: AnswerProps<DragAndDropCloze>) {
  const { item, response, locked, onChange, onSay } = props;
  const placing = usePlacing({
    tokens: item.tokens,
    names: item.targets,
    placed: asPlaced(choicesOf(response), Object.keys(item.targets)),
    many: false,
    locked,
    onChange: (placed) => onChange(asChoices(placed)),
    onSay,
  });
  return (
    <fieldset class="rf-cloze" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <PlacingArea placing={placing}>
        <Tray placing={placing} label="To place" />
        <p class="rf-cloze-text">
          <FlowText
            segments={item.segments}
            control={(target) => <Place placing={placing} place={target} />}
          />
        </p>
      </PlacingArea>
    </fieldset>
  );
}
