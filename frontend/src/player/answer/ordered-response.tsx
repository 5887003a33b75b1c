// The form of an ordered response: steps to place in numbered positions.
import type { OrderedResponse } from "../../content.ts";
import { Place } from "../placing/place.tsx";
import { asChoices, asPlaced } from "../placing/shape.ts";
import { PlacingArea, Tray } from "../placing/tray.tsx";
import { usePlacing } from "../placing/use-placing.ts";
import { Phrase } from "../rich.tsx";
import { type AnswerProps, choicesOf } from "./props.ts";

/** The response maps positions ("1", "2", ...) to step letters. */
export function OrderedResponseForm({
  item,
  response,
  locked,
  onChange,
  onSay,
}: AnswerProps<OrderedResponse>) {
  const positions = item.steps.map((_, place) => String(place + 1));
  const placing = usePlacing({
    // A step's letter goes by the order in which it is shown; the list itself stands in the right order.
    tokens: item.steps.toSorted((a, b) => a.id.localeCompare(b.id)),
    names: Object.fromEntries(positions.map((place) => [place, `Position ${place} of ${positions.length}`])),
    placed: asPlaced(choicesOf(response), positions),
    many: false,
    locked,
    onChange: (placed) => onChange(asChoices(placed)),
    onSay,
  });
  return (
    <fieldset class="rf-order" disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <PlacingArea placing={placing}>
        <Tray placing={placing} label="To place" />
        <ol class="rf-positions">
          {positions.map((place) => (
            <li key={place}>
              <Place placing={placing} place={place} />
            </li>
          ))}
        </ol>
      </PlacingArea>
    </fieldset>
  );
}
