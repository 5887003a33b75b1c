// The red-flag explorer: a setting, answers, a guess, and what the studies say.
import { useState } from "preact/hooks";
import { Citation } from "../../player/citation.tsx";
import { Choice } from "../frame/choice.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { useLab } from "../frame/use-lab.ts";
import { PriorSlider } from "../parts/prior-slider.tsx";
import type { Data, State } from "./data.ts";
import { Outcome } from "./outcome.tsx";
import { Questions } from "./questions.tsx";
import { situationOf } from "./situation.ts";
import { Views } from "./views.tsx";

function Explorer() {
  const { data, state, set } = useLab<Data, State>();
  const [asked, show] = useState(Object.keys(state.answers)[0]);
  const situation = situationOf(data, state);
  const { setting, prior } = situation;
  const shown = data.flags.find(({ id }) => id === asked) ?? data.flags[0];
  const isOpen = setting.clock === undefined;
  return (
    <div class="rf-flags-lab">
      <div class="rf-flags-who">
        <Choice
          legend="Who comes?"
          name="setting"
          options={data.settings.map(({ id, label }) => ({ value: id, label }))}
          value={setting.id}
          onChange={(id) => set({ setting: id, prior: null, revealed: false })}
        />
        <p class="rf-lab-note">
          {setting.says}
          {setting.evidence.map((entry) => (
            <Citation key={entry} entry={entry} text="" />
          ))}
        </p>
        <PriorSlider label="They start at" value={prior} onChange={(chosen) => set({ prior: chosen })} />
      </div>
      {isOpen && <Questions onAsked={show} />}
      <div class="rf-flags-result">
        <Outcome situation={situation} />
      </div>
      {isOpen && shown && <Views situation={situation} shown={shown} onShow={show} />}
    </div>
  );
}

/** The anywidget contract. */
export const render = labRender(Explorer);
