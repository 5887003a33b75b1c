// Feedback on free text: the model answer, and the checklist that the learner ticks.
import type { FreeText } from "../../content.ts";
import type { Mark } from "../../marking/result.ts";
import { isBlank } from "../phase.ts";
import type { Attempt } from "../record.ts";
import { Phrase, Rich } from "../rich.tsx";
import { arithmetic, certaintyWords } from "./arithmetic.ts";
import { Explanation } from "./explanation.tsx";

interface Props {
  readonly item: FreeText;
  readonly attempt: Attempt;
  readonly marked: Mark;
  readonly onMet: (met: readonly string[]) => void;
}

/** Ticks can be changed at any time: the marks are the learner's own. */
export function FreeTextFeedback({ item, attempt, marked, onMet }: Props) {
  const blank = isBlank(attempt.response);
  const met = marked.parts.filter((part) => part.chosen === true).map((part) => part.id);
  const toggle = (id: string) =>
    onMet(item.checklist.map((point) => point.id).filter((each) => met.includes(each) !== (each === id)));
  return (
    <>
      <div class="rf-note rf-note-right">
        <p class="rf-note-head">
          <span class="rf-note-says">A good answer</span>
        </p>
        <Rich text={item.model_answer} />
      </div>
      <fieldset class="rf-checklist" disabled={blank}>
        <legend class="rf-question">{blank ? "What it says" : "Tick what your own text says"}</legend>
        {item.checklist.map((point) => (
          <div key={point.id}>
            <label class="rf-option">
              <input type="checkbox" checked={met.includes(point.id)} onChange={() => toggle(point.id)} />
              <span class="rf-option-text">
                <Phrase text={point.text} plain />
              </span>
            </label>
            <Explanation why={point.why} />
          </div>
        ))}
      </fieldset>
      <p class="rf-marks" role="status">
        Self-marked: {arithmetic(item, marked)}.{" "}
        {met.length > 0 && <span>{certaintyWords(attempt, marked)}.</span>}
      </p>
    </>
  );
}
