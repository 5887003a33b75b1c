// Before an exam: what it is, how many questions, how much time, and that nothing is told before its end.
import { useState } from "preact/hooks";
import type { CompiledQuiz } from "../../content.ts";
import { useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import type { Store } from "../store.ts";
import { plural } from "../words.ts";
import { extended } from "./clock.tsx";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  /** Null without a limit. */
  readonly minutes: number | null;
  readonly onStart: (minutes: number | null) => void;
}

const KEPT = {
  device: "Your answers are kept on this device as you go. You can close the page and come back.",
  notebook: "Your answers are kept with this notebook’s kernel as you go.",
};

/** The start screen. */
export function Start({ quiz, store, minutes, onStart }: Props) {
  const { prefix, level } = useSurroundings();
  const [chosen, choose] = useState(minutes);
  const id = `${prefix}-start`;
  return (
    <section class="rf-summary" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {quiz.title}: exam
      </Heading>
      <ul class="rf-facts">
        <li>{plural(quiz.items.length, "question")}, one at a time. You can go back and change answers.</li>
        {quiz.case_studies.length > 0 && <li>Within a case you can’t go back to an earlier step.</li>}
        <li>
          {quiz.marked
            ? "Nothing is told here: no marks and no reasons. Your instructor marks your answers."
            : "Nothing is told before the end: no marks and no reasons. Then you get all of them."}
        </li>
        <li>{store.unkept ?? KEPT[store.home]}</li>
        {minutes !== null && <li>The time runs on while the page is closed.</li>}
      </ul>
      {minutes !== null && (
        <fieldset class="rf-times">
          <legend>How much time do you need?</legend>
          {[minutes, ...extended(minutes), null].map((time, place) => (
            <label class="rf-option" key={time}>
              <input
                type="radio"
                name={`${prefix}-time`}
                checked={chosen === time}
                onChange={() => choose(time)}
              />
              <span>
                {time === null ? "No limit" : plural(time, "minute")}
                {place === 0 && ", as set"}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="rf-actions">
        <button type="button" class="rf-button rf-primary" onClick={() => onStart(chosen)}>
          Start the exam
        </button>
      </p>
    </section>
  );
}
