// The debrief: what became of it, what was thought, every mark with its reason, the replay, and what to keep.
import type { Ref } from "preact";
import { useSurroundings } from "../../player/context.ts";
import { Forget } from "../../player/forget.tsx";
import { Heading } from "../../player/heading.tsx";
import { Sign } from "../../player/sign.tsx";
import { Tabs } from "../../player/tabs.tsx";
import { answerOf, marks } from "../../simulation/marks.ts";
import { OpenRun, SaveRun } from "../keep-file.tsx";
import type { Runs } from "../runs.ts";
import { ActList } from "./act-list.tsx";
import { Calibration } from "./calibration.tsx";
import { Keep } from "./keep.tsx";
import { Replay } from "./replay.tsx";
import { Rubric } from "./rubric.tsx";
import { EarlierRuns } from "./runs-list.tsx";
import { Story } from "./story.tsx";
import { Thinking } from "./thinking.tsx";
import { WhatIf } from "./what-if.tsx";

interface Props {
  readonly runs: Runs;
  readonly focus: Ref<HTMLHeadingElement>;
  /** Says that the learner acts, so that the focus may move. */
  readonly onAct: () => void;
}

/** Six tabs, so that nothing is a wall of text. */
export function Debrief({ runs, focus, onAct }: Props) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const log = runs.log ?? [];
  const earned = marks(patient, state);
  const id = `${prefix}-debrief`;
  const again = () => {
    onAct();
    runs.begin();
  };
  return (
    <section class="rf-pt-debrief" aria-labelledby={id}>
      <header class="rf-pt-card">
        <p class="rf-pt-where">
          {patient.person.name}, {patient.person.age} · debrief
        </p>
        <Heading level={level} id={id} focus={focus}>
          {answerOf(patient).text}
        </Heading>
        <ul class="rf-pt-verdicts">
          <Verdict right={earned.lead_after === 1}>
            {earned.lead_after === 1
              ? "Your last word named it first"
              : "Your last word named something else first"}
          </Verdict>
          {earned.safety !== "not-at-stake" && (
            <Verdict right={earned.safety === "passed"}>
              {earned.safety === "passed"
                ? "Safe: the act that had to come in time came"
                : "Not safe: the act that had to come in time didn’t"}
            </Verdict>
          )}
        </ul>
      </header>
      <Tabs
        label="Debrief"
        name={id}
        tabs={[
          { name: "Story", content: () => <Story runs={runs} /> },
          { name: "Thinking", content: () => <Thinking patient={patient} state={state} /> },
          {
            name: "Marks",
            content: () => (
              <>
                <Rubric patient={patient} earned={earned} />
                <ActList patient={patient} state={state} />
              </>
            ),
          },
          {
            name: "Replay",
            content: () => (
              <>
                <Replay
                  patient={patient}
                  log={log}
                  onBranch={
                    runs.undoes
                      ? (start) => {
                          onAct();
                          runs.open(start);
                        }
                      : null
                  }
                />
                <WhatIf patient={patient} log={log} state={state} />
              </>
            ),
          },
          { name: "Probability", content: () => <Calibration runs={runs} /> },
          { name: "To keep", content: () => <Keep patient={patient} /> },
        ]}
      />
      <footer class="rf-pt-foot">
        <p class="rf-actions">
          <button type="button" class="rf-button rf-primary" onClick={again}>
            Play again from the start
          </button>
        </p>
        <EarlierRuns runs={runs} onAct={onAct} />
        <SaveRun runs={runs} />
        <OpenRun runs={runs} onOpen={onAct} />
        <Forget
          what="this case"
          gone="Your runs of this case will be gone from this device."
          onForget={() => {
            onAct();
            runs.forget();
          }}
        />
      </footer>
    </section>
  );
}

function Verdict({ right, children }: { readonly right: boolean; readonly children: string }) {
  return (
    <li>
      <Sign verdict={right ? "right" : "wrong"} />
      {children}
    </li>
  );
}
