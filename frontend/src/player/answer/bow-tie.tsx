// The form of a bow-tie: actions, condition and parameters, each with its places and its own list.
import type { BowTie } from "../../content.ts";
import { PLACES } from "../../marking/bow-tie.ts";
import { Place } from "../placing/place.tsx";
import { asChoices, asPlaced } from "../placing/shape.ts";
import { PlacingArea, Tray } from "../placing/tray.tsx";
import { usePlacing } from "../placing/use-placing.ts";
import { Phrase } from "../rich.tsx";
import { type AnswerProps, choicesOf } from "./props.ts";

/** The three lists with what their headings and places are called. */
export const WINGS = [
  { list: "actions", title: "Actions to take", one: "Action" },
  { list: "conditions", title: "Condition most likely", one: "Condition" },
  { list: "parameters", title: "Parameters to watch", one: "Parameter" },
] as const;

/** The response maps places to option letters. */
export function BowTieForm(props: AnswerProps<BowTie>) {
  return (
    <fieldset disabled={props.locked}>
      <legend class="rf-question">
        <Phrase text={props.item.lead_in} plain />
      </legend>
      <div class="rf-bow-tie">
        {WINGS.map((wing) => (
          <Wing key={wing.list} wing={wing} {...props} />
        ))}
      </div>
    </fieldset>
  );
}

function Wing({
  wing,
  item,
  response,
  locked,
  onChange,
  onSay,
}: AnswerProps<BowTie> & { wing: (typeof WINGS)[number] }) {
  const places = PLACES.filter(([, list]) => list === wing.list).map(([place]) => place);
  const choices = choicesOf(response);
  const others = Object.fromEntries(
    Object.entries(choices).filter(([place]) => !places.some((own) => own === place)),
  );
  const placing = usePlacing({
    tokens: item[wing.list],
    names: Object.fromEntries(
      places.map((place, at) => [
        place,
        places.length === 1 ? wing.one : `${wing.one} ${at + 1} of ${places.length}`,
      ]),
    ),
    placed: asPlaced(choices, places),
    many: false,
    locked,
    onChange: (placed) => onChange({ ...others, ...asChoices(placed) }),
    onSay,
  });
  return (
    <PlacingArea placing={placing}>
      <p class="rf-wing-title">{wing.title}</p>
      <div class="rf-wing-places">
        {places.map((place) => (
          <Place key={place} placing={placing} place={place} />
        ))}
      </div>
      <Tray placing={placing} label={wing.title} />
    </PlacingArea>
  );
}
