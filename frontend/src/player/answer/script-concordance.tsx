// The form of a script concordance: a hypothesis, a finding, and what the one does to the other.
import type { ScriptConcordance } from "../../content.ts";
import { ANSWERS } from "../../marking/script-concordance.ts";
import { Phrase } from "../rich.tsx";
import { signed } from "../words.ts";
import { OptionList } from "./option-list.tsx";
import { type AnswerProps, picksOf } from "./props.ts";

/** The five answers in words. */
export const CHANGES = [
  "much less likely",
  "less likely",
  "neither less nor more likely",
  "more likely",
  "much more likely",
] as const;

const OPTIONS = ANSWERS.map((id, place) => ({
  id,
  letter: signed(Number(id)),
  text: [[CHANGES[place] ?? ""]],
}));

/** Five radios; the response is the number picked, as text. */
export function ScriptConcordanceForm({
  item,
  response,
  locked,
  name,
  onChange,
}: AnswerProps<ScriptConcordance>) {
  return (
    <>
      <dl class="rf-thinking">
        <dt>If you were thinking of</dt>
        <dd>
          <Phrase text={item.hypothesis} />
        </dd>
        <dt>and you find</dt>
        <dd>
          <Phrase text={item.finding} />
        </dd>
      </dl>
      <OptionList
        kind="radio"
        question={item.lead_in}
        options={OPTIONS}
        picks={picksOf(response)}
        locked={locked}
        name={name}
        onPick={onChange}
      />
    </>
  );
}
