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
  const before = (days: number) => `${days} day${days === 1 ? "" : "s"} before`;
  return (
    <div class="rf-clock-course">
      <fieldset class="rf-clock-days">
        <legend>Days before the scan</legend>
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
          since="Weak since"
          value={state.weakness}
          onChange={(weakness) => set({ weakness })}
        />
        <Trouble
          name="bladder"
          label="Bladder trouble begins"
          since="Bladder trouble since"
          value={state.bladder}
          onChange={(bladder) => set({ bladder })}
        />
      </fieldset>
      <fieldset class="rf-clock-hours">
        <legend>Hours around the scan</legend>
        <Slider
          label="Somebody suspects it and calls"
          name="called"
          value={called}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(called)} before`}
          onChange={(hours) => set({ called: hours })}
        />
        <Slider
          label="Treatment is decided"
          name="decided"
          value={state.decided}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(state.decided)} after`}
          onChange={(decided) => set({ decided })}
        />
        <Slider
          label="Treatment starts"
          name="treated"
          value={state.treated}
          min={0}
          max={HOURS}
          step={1}
          words={`${span(state.treated)} later`}
          onChange={(treated) => set({ treated })}
        />
        <Choice
          legend="When it starts, they walk"
          name="walks"
          options={data.outcome.walks.map(({ id, label }) => ({ value: id, label }))}
          value={state.walks}
          onChange={(walks) => set({ walks })}
        />
      </fieldset>
    </div>
  );
}

interface TroubleProps {
  readonly name: string;
  readonly label: string;
  /** Names the slider that shows where it is ticked. */
  readonly since: string;
  readonly value: number | null;
  readonly onChange: (days: number | null) => void;
}

/** Something that need not happen: a box to tick, and then a slider. */
function Trouble({ name, label, since, value, onChange }: TroubleProps) {
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
          label={since}
          name={name}
          value={value}
          min={0}
          max={NERVE_DAYS}
          step={1}
          words={`${value} day${value === 1 ? "" : "s"} before`}
          onChange={onChange}
        />
      )}
    </div>
  );
}
