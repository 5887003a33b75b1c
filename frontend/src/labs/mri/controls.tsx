// The scanner's knobs.
import { Choice } from "../frame/choice.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import type { Data, State } from "./data.ts";
import { displayOf, LIMITS, type Settings, stateFor } from "./settings.ts";

interface Props {
  readonly settings: Settings;
  readonly signals: Float32Array;
}

/** Named settings, and each by itself. */
export function Controls({ settings, signals }: Props) {
  const { data, set } = useLab<Data, State>();
  const { field, scan, preset, isAxial } = settings;
  return (
    <div class="rf-mri-controls">
      <Choice
        legend="A picture by name"
        name="preset"
        options={data.presets.map(({ id, label }) => ({ value: id, label }))}
        value={preset?.id ?? null}
        onChange={(id) => {
          const chosen = data.presets.find((one) => one.id === id);
          if (chosen) set({ ...stateFor(chosen, field), window: null, level: null });
        }}
      />
      <Time name="tr" label="TR, between pulses" value={scan.tr} />
      <Time name="te" label="TE, wait before listening" value={scan.te} />
      <Check
        label="Flip upside down first (inversion)"
        isOn={scan.ti !== null}
        onChange={(isOn) => set({ ti: isOn ? nullOfFat(data, field) : null })}
      />
      {scan.ti !== null && <Time name="ti" label="TI, wait after the flip" value={scan.ti} />}
      <Check
        label="Gradient echo: fat and water run apart"
        isOn={scan.shift > 0}
        onChange={(gradient) => set({ gradient })}
      />
      <Check
        label="Silence fat by its frequency"
        isOn={scan.fat_suppressed}
        onChange={(fat_suppressed) => set({ fat_suppressed })}
      />
      <Slider
        label="Gadolinium"
        name="gadolinium"
        min={LIMITS.gadolinium[0]}
        max={LIMITS.gadolinium[1]}
        step={0.1}
        value={scan.gadolinium}
        words={
          scan.gadolinium > 0
            ? `adds ${scan.gadolinium.toFixed(1)} per second to 1/T1 of the deposit`
            : "none"
        }
        onChange={(gadolinium) => set({ gadolinium })}
      />
      <div class="rf-mri-pair">
        <Choice
          legend="Field"
          name="field"
          options={[
            { value: "1.5", label: "1.5 T" },
            { value: "3", label: "3 T" },
          ]}
          value={field}
          onChange={(chosen) => set({ field: Number(chosen), ...(preset && stateFor(preset, chosen)) })}
        />
        <Choice
          legend="Plane"
          name="plane"
          options={[
            { value: "sagittal", label: "Side view" },
            { value: "axial", label: "Cross-section at T12" },
          ]}
          value={isAxial ? "axial" : "sagittal"}
          onChange={(plane) => set({ plane })}
        />
      </div>
      <details class="rf-folded">
        <summary>Brightness and noise</summary>
        <Brightness noise={settings.noise} signals={signals} />
      </details>
    </div>
  );
}

function Brightness({ noise, signals }: { readonly noise: number; readonly signals: Float32Array }) {
  const { state, set } = useLab<Data, State>();
  const { low, high } = displayOf(state, signals);
  const auto = (value: number | null) => (value === null ? " (automatic)" : "");
  return (
    <>
      <Slider
        label="Window: from black to white"
        name="window"
        min={LIMITS.window[0]}
        max={LIMITS.window[1]}
        step={1}
        value={high - low}
        words={`${(high - low).toFixed(0)}${auto(state.window)}`}
        onChange={(window) => set({ window })}
      />
      <Slider
        label="Level: the middle grey"
        name="level"
        min={LIMITS.level[0]}
        max={LIMITS.level[1]}
        step={1}
        value={(high + low) / 2}
        words={`${((high + low) / 2).toFixed(0)}${auto(state.level)}`}
        onChange={(level) => set({ level })}
      />
      <Slider
        label="Noise"
        name="noise"
        min={LIMITS.noise[0]}
        max={LIMITS.noise[1]}
        step={0.5}
        value={noise}
        words={noise > 0 ? `standard deviation ${noise}` : "none"}
        onChange={(chosen) => set({ noise: chosen })}
      />
    </>
  );
}

/** Made once: to make one takes longer than to draw the picture. */
const MILLISECONDS = new Intl.NumberFormat("en-GB");

interface TimeProps {
  readonly name: "tr" | "te" | "ti";
  readonly label: string;
  readonly value: number;
}

/** A time on a scale of powers, since 5 ms matter at 10 and not at 4,000. */
function Time({ name, label, value }: TimeProps) {
  const { set } = useLab<Data, State>();
  const [low, high] = LIMITS[name];
  return (
    <Slider
      label={label}
      name={name}
      min={Math.log10(low)}
      max={Math.log10(high)}
      step={0.005}
      value={Math.log10(value)}
      words={`${MILLISECONDS.format(value)} ms`}
      onChange={(power) =>
        set({ [name]: Math.min(high, Math.max(low, Number((10 ** power).toPrecision(3)))) })
      }
    />
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label class="rf-mri-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** The wait of the preset STIR. */
function nullOfFat({ presets }: Data, field: Settings["field"]): number {
  return presets.find(({ id }) => id === "stir")?.scan[field].ti ?? 200;
}
