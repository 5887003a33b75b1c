// "What if": the same run with one act some hours earlier, and how the story would have ended.
import { useMemo, useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import { firstThatHolds } from "../../simulation/advance.ts";
import type { PlayableCase } from "../../simulation/case.ts";
import { counterfactual } from "../../simulation/counterfactual.ts";
import type { Log, State } from "../../simulation/state.ts";
import { GRADES } from "../words.ts";

const HOURS = [1, 3, 6, 12, 24];
const USUAL = 6;

interface Props {
  readonly patient: PlayableCase;
  readonly log: Log;
  readonly state: State;
}

/** Only acts whose time counts are offered, of those that were done. */
export function WhatIf({ patient, log, state }: Props) {
  const { prefix, level } = useSurroundings();
  const offered = patient.actions.filter(
    ({ id, window }) =>
      (window !== null || patient.safety?.any_of.includes(id)) && state.done[id] !== undefined,
  );
  const [action, choose] = useState(offered[0]?.id ?? "");
  const [hours, set] = useState(USUAL);
  const then = useMemo(
    () => (action === "" ? null : counterfactual(patient, log, action, hours)),
    [patient, log, action, hours],
  );
  const id = `${prefix}-what-if`;
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        What if it had come earlier?
      </Heading>
      {then === null ? (
        <p class="rf-pt-small">
          You did none of the acts whose time counts here, so there is nothing to move. Go back to a moment
          above and try one.
        </p>
      ) : (
        <>
          <div class="rf-pt-choose">
            <label>
              Act
              <select value={action} onChange={(event) => choose(event.currentTarget.value)}>
                {offered.map(({ id: each, label }) => (
                  <option key={each} value={each}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label>
              Earlier by
              <select value={String(hours)} onChange={(event) => set(Number(event.currentTarget.value))}>
                {HOURS.map((each) => (
                  <option key={each} value={String(each)}>
                    {each} h
                  </option>
                ))}
              </select>
            </label>
          </div>
          <div role="status" class="rf-pt-two">
            <End title="As you played" patient={patient} state={state} />
            {firstThatHolds(patient.epilogue, then) === firstThatHolds(patient.epilogue, state) &&
            then.neuro === state.neuro &&
            then.pain === state.pain ? (
              <div class="rf-pt-end">
                <p class="rf-pt-kind">With it {hours} h earlier</p>
                <p>The story ends the same way.</p>
              </div>
            ) : (
              <End title={`With it ${hours} h earlier`} patient={patient} state={then} />
            )}
          </div>
          <p class="rf-pt-small">
            In this simulation, which is a story and no forecast. No act can come before the start; what hangs
            on the act moves with it.
          </p>
        </>
      )}
    </>
  );
}

interface EndProps {
  readonly title: string;
  readonly patient: PlayableCase;
  readonly state: State;
}

function End({ title, patient, state }: EndProps) {
  const ending = patient.epilogue[firstThatHolds(patient.epilogue, state)]?.text ?? [];
  return (
    <div class="rf-pt-end">
      <p class="rf-pt-kind">{title}</p>
      <p>
        <b>Grade {state.neuro}</b>: {GRADES[state.neuro]}. Pain {state.pain} of 10.
      </p>
      <Rich text={ending} />
    </div>
  );
}
