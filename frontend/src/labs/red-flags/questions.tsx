// The questions: each is not asked, answered yes, or answered no.
import { useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { useLab } from "../frame/use-lab.ts";
import type { Answer, Data, Flag, State } from "./data.ts";

/** Questions that are not folded away: on a phone the result should stay near. */
const SHOWN = 6;

interface Props {
  /** Called with the question that was just answered. */
  readonly onAsked: (flag: string) => void;
}

/** Two buttons a question; pressing a pressed one takes the answer back. */
export function Questions({ onAsked }: Props) {
  const { prefix } = useSurroundings();
  const { data, state, set } = useLab<Data, State>();
  const answer = (flag: string, value: Answer) => {
    const { [flag]: before, ...others } = state.answers;
    set({ answers: before === value ? others : { ...others, [flag]: value }, revealed: false });
    onAsked(flag);
  };
  const row = ({ id, label }: Flag) => (
    <div key={id} class="rf-question-row" role="group" aria-label={label}>
      <span>{label}</span>
      {(["yes", "no"] as const).map((value) => (
        <button
          key={value}
          type="button"
          class="rf-button"
          aria-pressed={state.answers[id] === value}
          onClick={() => answer(id, value)}
        >
          {value === "yes" ? "Yes" : "No"}
        </button>
      ))}
    </div>
  );
  const first = data.flags.slice(0, SHOWN);
  const more = data.flags.slice(SHOWN);
  // Only at first: whoever folds them away later means it.
  const [isMoreAnswered] = useState(more.some(({ id }) => state.answers[id] !== undefined));
  return (
    <div class="rf-flags" role="group" aria-labelledby={`${prefix}-asked`}>
      <p class="rf-flags-head" id={`${prefix}-asked`}>
        What they answer, and what you find
      </p>
      <div class="rf-questions">{first.map((flag) => row(flag))}</div>
      <details class="rf-folded" open={isMoreAnswered}>
        <summary>{more.length} more questions</summary>
        <div class="rf-questions">{more.map((flag) => row(flag))}</div>
      </details>
    </div>
  );
}
