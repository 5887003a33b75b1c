// Before a case: who it is, where, and how this works.
import type { Ref } from "preact";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { saveFile } from "../player/save-file.ts";
import { OpenRun } from "./keep-file.tsx";
import { replayText } from "./replay-file.ts";
import type { Runs } from "./runs.ts";

interface Props {
  readonly runs: Runs;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly onAct: () => void;
}

/** The start screen. */
export function Start({ runs, focus, onAct }: Props) {
  const { prefix, level } = useSurroundings();
  const { patient, older } = runs;
  const { name, age, life } = patient.person;
  const id = `${prefix}-start`;
  const begin = () => {
    onAct();
    runs.begin();
  };
  return (
    <section class="rf-pt-card rf-pt-start" aria-labelledby={id}>
      <p class="rf-pt-where">{patient.setting}</p>
      <Heading level={level} id={id} focus={focus}>
        {name}, {age}
      </Heading>
      <p class="rf-pt-life">{life}</p>
      {older && (
        <div class="rf-changed">
          <p>This case has changed since you played it, so your run can’t go on here.</p>
          <button
            type="button"
            class="rf-quiet"
            onClick={() => saveFile(`${patient.name}-older.json`, replayText(patient, older.hash, older.log))}
          >
            Save the old run as a file
          </button>
        </div>
      )}
      <ul class="rf-pt-how">
        <li>
          <b>Free order, running clock.</b> Ask, examine, test, treat and talk in any order; each act takes
          time, results come when they are due, and {name} may change meanwhile.
        </li>
        <li>
          <b>Your judgement, four times.</b> You rank what it could be, and say how likely cancer is.
        </li>
        <li>
          <b>No black box.</b> At the end you see each mark with its reason, play the story again, and try
          what would have happened otherwise.
        </li>
      </ul>
      <p class="rf-pt-small">
        {name} is invented. Times and costs are this course’s own.{" "}
        {runs.unkept ?? "Your run is kept on this device."}
      </p>
      <p class="rf-actions">
        <button type="button" class="rf-button rf-primary" onClick={begin}>
          Begin
        </button>
      </p>
      <OpenRun runs={runs} onOpen={onAct} />
    </section>
  );
}
