// From pain to paralysis: a course that the learner sets, the limits of guidelines, and what is known of the end.
import { useEffect } from "preact/hooks";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { useLab } from "../frame/use-lab.ts";
import { CourseOf } from "./course.tsx";
import type { Data, State } from "./data.ts";
import { Limits, summary } from "./limits.tsx";
import { Outcome } from "./outcome.tsx";
import { Picture } from "./picture.tsx";

function View() {
  const { data, state, say } = useLab<Data, State>();
  const words = summary(data, state);
  useEffect(() => say(words), [words, say]);
  return (
    <div class="rf-clock">
      <p class="rf-lab-note">
        It starts with the medians of the Scottish audit, an invented person with a known cancer, and a call,
        a decision and a treatment at England’s limit. Move anything.
      </p>
      <CourseOf />
      <Picture />
      <Limits />
      <Outcome />
      <details class="rf-folded">
        <summary>What the audits measured</summary>
        <DataTable
          caption="How long it had lasted"
          head={["What", "How long", "In whom"]}
          rows={data.intervals.map(({ what, long, who, evidence }) => [
            what,
            <Citation key={evidence} entry={evidence} text={long} />,
            who,
          ])}
        />
      </details>
    </div>
  );
}

/** The anywidget contract. */
export const render = labRender(View);
