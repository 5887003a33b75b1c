// The form of select-all, select-N and key-feature items: checkboxes, with a limit where the item has one.
import type { KeyFeature, SelectAll, SelectN } from "../../content.ts";
import { OptionList } from "./option-list.tsx";
import { type AnswerProps, picksOf } from "./props.ts";

/** Checkboxes; the response is the letters ticked, in the order of the options. */
export function SelectForm(props: AnswerProps<SelectAll | SelectN | KeyFeature>) {
  const { item, response, locked, name, onChange, onSay } = props;
  const picks = picksOf(response);
  const limit = limitOf(item);

  const pick = (id: string, input: HTMLInputElement) => {
    if (!picks.includes(id) && picks.length >= limit) {
      input.checked = false;
      onSay(`You have picked ${limit} of ${limit}. Untick one to change your answer.`);
      return;
    }
    const next = picks.includes(id) ? picks.filter((other) => other !== id) : [...picks, id];
    onChange(next.toSorted());
  };

  return (
    <>
      <OptionList
        kind="checkbox"
        question={item.lead_in}
        options={item.options}
        picks={picks}
        locked={locked}
        name={name}
        onPick={pick}
      />
      {item.type !== "select-all" && !locked && (
        <p class="rf-count">
          Picked {picks.length} of {item.type === "key-feature" && "at most "}
          {limit}
        </p>
      )}
    </>
  );
}

function limitOf(item: SelectAll | SelectN | KeyFeature): number {
  switch (item.type) {
    case "select-all":
      return item.options.length;
    case "select-n":
      return item.n;
    case "key-feature":
      return item.max_responses;
  }
}
