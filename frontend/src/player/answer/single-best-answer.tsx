// The form of a single-best-answer item: one radio of three to five.
import type { SingleBestAnswer } from "../../content.ts";
import { OptionList } from "./option-list.tsx";
import { type AnswerProps, picksOf } from "./props.ts";

/** Radios; the response is the letter picked. */
export function SingleBestAnswerForm(props: AnswerProps<SingleBestAnswer>) {
  const { item, response, locked, name, onChange } = props;
  return (
    <OptionList
      kind="radio"
      question={item.lead_in}
      options={item.options}
      picks={picksOf(response)}
      locked={locked}
      name={name}
      onPick={onChange}
    />
  );
}
