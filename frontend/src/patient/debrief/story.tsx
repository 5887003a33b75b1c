// What became of the person, and the learner's sentence beside the expert's.
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import type { Runs } from "../runs.ts";

/** The features are ticked by the learner, who alone knows what was meant. */
export function Story({ runs }: { readonly runs: Runs }) {
  const { prefix, level } = useSurroundings();
  const { patient, state, ticks } = runs;
  const { representation, features } = patient.debrief;
  const last = state.timeline.at(-1);
  const ending = last?.kind === "epilogue" ? patient.epilogue[last.epilogue]?.text : undefined;
  const id = `${prefix}-story`;
  return (
    <>
      <Heading level={level + 1} id={`${id}-end`} class="rf-pt-title">
        What became of {patient.person.name}
      </Heading>
      <div class="rf-pt-prose">{ending && <Rich text={ending} />}</div>
      <Heading level={level + 1} id={`${id}-words`} class="rf-pt-title">
        {patient.person.name} in a sentence
      </Heading>
      <div class="rf-pt-two">
        <div>
          <p class="rf-pt-kind">Yours</p>
          <p class="rf-written">{state.words || "You wrote none."}</p>
        </div>
        <div>
          <p class="rf-pt-kind">An expert’s</p>
          <div class="rf-written">
            <Rich text={representation} />
          </div>
        </div>
      </div>
      {state.words !== "" && (
        <fieldset class="rf-pt-ticks">
          <legend class="rf-pt-kind">
            Which of these does your sentence hold? ({ticks.length} of {features.length})
          </legend>
          {features.map((feature, place) => (
            <label class="rf-option" key={feature}>
              <input type="checkbox" checked={ticks.includes(place)} onChange={() => runs.tick(place)} />
              <span class="rf-option-text">{feature}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
