// What do you see? Nothing is annotated before this is answered.
import { useEffect, useRef, useState } from "preact/hooks";
import { LEVELS } from "../../clinical/phantom.ts";
import { Citation } from "../../player/citation.tsx";
import { Choice } from "../frame/choice.tsx";
import { useLab } from "../frame/use-lab.ts";
import { type Data, type State, stateOf } from "./data.ts";

/** Vertebrae, the canal, and what it was. */
export function Judge() {
  const { data, state: raw, set } = useLab<Data, State>();
  const { levels, canal, submitted } = stateOf(data, raw);
  const [isMissing, complain] = useState(false);
  const result = useRef<HTMLParagraphElement>(null);
  const before = useRef(submitted);
  useEffect(() => {
    if (submitted && !before.current) result.current?.focus();
    before.current = submitted;
  }, [submitted]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (canal === null) return complain(true);
    complain(false);
    set({ submitted: true });
  };
  const toggle = (level: string) =>
    set({ levels: levels.includes(level) ? levels.filter((one) => one !== level) : [...levels, level] });

  const { answer } = data;
  const missed = answer.levels.filter((level) => !levels.includes(level));
  const wrong = levels.filter((level) => !answer.levels.includes(level));
  const all = missed.length === 0 && wrong.length === 0;
  return (
    <form class="rf-viewer-judge" onSubmit={submit} noValidate>
      <fieldset class="rf-lab-choice" disabled={submitted}>
        <legend>Which vertebrae hold a deposit?</legend>
        <div class="rf-lab-options">
          {LEVELS.map((level) => (
            <label key={level}>
              <input type="checkbox" checked={levels.includes(level)} onChange={() => toggle(level)} />
              <span>{level}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Choice
        legend="At the worst level, the fluid around the cord is …"
        name="canal"
        options={Object.entries(data.canal).map(([value, label]) => ({ value, label }))}
        value={canal}
        onChange={(value) => !submitted && set({ canal: value })}
      />
      <p class="rf-said" role="alert">
        {isMissing && canal === null && "Judge the canal too, then commit yourself."}
      </p>
      {submitted ? (
        <>
          <p class="rf-outcome-says" tabIndex={-1} ref={result}>
            {all ? "You found every deposit and no more. " : ""}
            {missed.length > 0 && `Missed: ${missed.join(", ")}. `}
            {wrong.length > 0 && `No deposit there: ${wrong.join(", ")}. `}
            {canal === answer.canal
              ? "The canal: right."
              : `The canal: no, it is “${data.canal[answer.canal]}”.`}
          </p>
          <ul>
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <p class="rf-lab-note">
            Signs of deposits <Citation entry="MT-MRI-11" text="" />, of haemangiomas{" "}
            <Citation entry="vh-imaging" text="" />, grades of the canal{" "}
            <Citation entry="T-ESCC-01" text="" />. Notes are now drawn in the pictures: scroll through once
            more.
          </p>
        </>
      ) : (
        <button type="submit" class="rf-button rf-primary">
          That is what I see: show the notes
        </button>
      )}
    </form>
  );
}
