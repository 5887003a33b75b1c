// What the learner sets: days until the scan, and hours around it.
import { moments } from "../../clinical/cord-clock.ts";
import { Choice } from "../frame/choice.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import { type Data, type State, span } from "./data.ts";

const DAYS = 180;
const NERVE_DAYS = 60;
const HOURS = 240;
const DAY = 24;

export function CourseOf() {
  const { data, state, set } = useLab<Data, State>();
  const at = moments(state);
  const told = -(at.told ?? 0) / DAY;
  const called = -(at.called ?? 0);
  const before = (days: number) => `${days} day${days === 1 ? "" : "s"} before the scan`;
  return (
    <div class="rf-clock-course">
      <div class="rf-clock-days" role="group" aria-label="The days before the scan">
        <Slider
          label="Pain begins"
          name="pain"
          value={state.pain}
          min={0}
          max={DAYS}
          step={1}
          words={before(state.pain)}
          onChange={(pain) => set({ pain })}
        />
        <Slider
          label="They tell a professional"
          name="told"
          value={told}
          min={0}
          max={DAYS}
          step={1}
          words={before(told)}
          onChange={(days) => set({ told: days })}
        />
        <Trouble
          name="weakness"
          label="A leg grows weak"
          value={state.weakness}
          onChange={(weakness) => set({ weakness })}
        />
        <Trouble
          name="bladder"
          label="Bladder trouble begins"
          value={state.bladder}
          onChange={(bladder) => set({ bladder })}
        />
      </div>
      <div class="rf-clock-hours" role="group" aria-label="The hours around the scan">
        <Slider
          label="Somebody suspects it and calls"
          name="called"
          value={called}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(called)} before the scan`}
          onChange={(hours) => set({ called: hours })}
        />
        <Slider
          label="Treatment is decided"
          name="decided"
          value={state.decided}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(state.decided)} after the scan`}
          onChange={(decided) => set({ decided })}
        />
        <Slider
          label="Treatment starts"
          name="treated"
          value={state.treated}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(state.treated)} after the decision`}
          onChange={(treated) => set({ treated })}
        />
        <Choice
          legend="When it starts, they walk"
          name="walks"
          options={data.outcome.walks.map(({ id, label }) => ({ value: id, label }))}
          value={state.walks}
          onChange={(walks) => set({ walks })}
        />
      </div>
    </div>
  );
}

interface TroubleProps {
  readonly name: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (days: number | null) => void;
}

/** Something that need not happen: a box to tick, and then a slider. */
function Trouble({ name, label, value, onChange }: TroubleProps) {
  return (
    <div>
      <label class="rf-clock-tick">
        <input
          type="checkbox"
          checked={value !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? 1 : null)}
        />
        <span>{label}</span>
      </label>
      {value !== null && (
        <Slider
          label={`${label}, when`}
          name={name}
          value={value}
          min={0}
          max={NERVE_DAYS}
          step={1}
          words={`${value} day${value === 1 ? "" : "s"} before the scan`}
          onChange={onChange}
        />
      )}
    </div>
  );
}
