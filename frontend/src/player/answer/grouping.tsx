// The form of a grouping item: options to place in groups, each in as many as it belongs in.
import type { Grouping } from "../../content.ts";
import { Group } from "../placing/place.tsx";
import { PlacingArea, Tray } from "../placing/tray.tsx";
import { usePlacing } from "../placing/use-placing.ts";
import { Phrase } from "../rich.tsx";
import { type AnswerProps, listsOf } from "./props.ts";

/** The response maps group headings to lists of option letters. */
export function GroupingForm({ item, response, locked, onChange, onSay }: AnswerProps<Grouping>) {
  const placing = usePlacing({
    tokens: item.options,
    names: Object.fromEntries(item.groups.map((group) => [group, group])),
    placed: listsOf(response),
    many: true,
    locked,
    onChange,
    onSay,
  });
  return (
    <fieldset disabled={locked}>
      <legend class="rf-question">
        <Phrase text={item.lead_in} plain />
      </legend>
      <PlacingArea placing={placing}>
        <Tray placing={placing} label="To place" />
        <div class="rf-groups">
          {item.groups.map((group) => (
            <Group key={group} placing={placing} place={group} />
          ))}
        </div>
      </PlacingArea>
    </fieldset>
  );
}
