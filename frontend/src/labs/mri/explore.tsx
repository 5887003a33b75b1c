// The scanner itself: settings, the picture, and the signal of each tissue.
import { useEffect, useMemo } from "preact/hooks";
import { nullTime } from "../../clinical/mri.ts";
import { middleOf, TISSUES } from "../../clinical/phantom.ts";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { useLab } from "../frame/use-lab.ts";
import { LevelNames, Picture } from "../parts/scan/picture.tsx";
import { cut } from "../parts/scan/slice.ts";
import { signalsOf, type TissueData } from "../parts/scan/tissues.ts";
import { landmarks, shade } from "../parts/scan/words.ts";
import { Controls } from "./controls.tsx";
import type { Data, State } from "./data.ts";
import { displayOf, type Settings, settingsOf } from "./settings.ts";

/** T12, where the deposit is. */
const SHOWN_LEVEL = 3;
/** A difference from marrow that the eye may miss. */
const ALIKE = 0.13;

/** The picture beside its knobs; the tables below. */
export function Explore() {
  const { data, state, say } = useLab<Data, State>();
  const settings = settingsOf(data, state);
  const { field, scan, preset, isAxial, noise } = settings;
  const signals = signalsOf(data.tissues, field, scan);
  const display = displayOf(state, signals);
  const slice = useMemo(
    () =>
      cut(data.scene, isAxial ? { kind: "axial", at: middleOf(SHOWN_LEVEL) } : { kind: "sagittal", at: 0 }),
    [data.scene, isAxial],
  );
  const at = (id: string) => signals[TISSUES.indexOf(id as never)] ?? 0;
  const deposit = beside(at("metastasis"), at("marrow"));
  const words = `${preset?.label ?? "Your own settings"}, ${field} tesla: ${landmarks(signals, display)}. The deposit in T12 is ${deposit}.`;
  useEffect(() => say(words), [words, say]);
  const fat = data.tissues.find(({ id }) => id === "fat");
  return (
    <div class="rf-mri-lab">
      <div class="rf-mri-bench">
        <div>
          <Picture
            slice={slice}
            signals={signals}
            display={display}
            noise={noise}
            says={`${isAxial ? "Cross-section through T12, seen from the feet" : "Side view, front on the left"}. ${words}`}
          >
            {!isAxial && <LevelNames slice={slice} />}
          </Picture>
          <p class="rf-mri-caption">
            <strong>{preset?.label ?? "Your own settings"}.</strong> {preset?.says ?? ""} The deposit in T12 is{" "}
            {deposit}.
          </p>
          {scan.te + (scan.ti ?? 0) >= scan.tr && (
            <p class="rf-lab-note rf-caution">No scanner can do this: it would listen after the next pulse.</p>
          )}
        </div>
        <Controls settings={settings} signals={signals} />
      </div>
      <DataTable
        caption="Signal of each tissue at these settings, in arbitrary units (computed)"
        head={["Tissue", "Signal", "In this picture", "Beside marrow"]}
        rows={data.tissues.map(({ id, label }) => [
          label,
          at(id).toFixed(at(id) < 9.95 ? 1 : 0),
          shade(at(id), display),
          id === "marrow" ? "the ruler" : beside(at(id), at("marrow")),
        ])}
      />
      {fat && (
        <p class="rf-lab-note">
          In this model fat crosses zero {nullTime(fat.values[field].t1).toFixed(0)} ms after the flip, at{" "}
          {field} T
          <Citation entry="mri-ir-null" text="" />.
        </p>
      )}
      <details class="rf-folded">
        <summary>Where the values come from</summary>
        <Origins tissues={data.tissues} settings={settings} />
        <p>
          Measured in different people by different methods, so trust the order more than any ratio
          <Citation entry="t1-field-method" text="" />. What was not measured:
        </p>
        <ul>
          {data.own.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function beside(signal: number, marrow: number): string {
  const share = signal / Math.max(marrow, 1e-6);
  if (Math.abs(share - 1) < ALIKE) return "hardly to be told from marrow";
  return share > 1 ? "brighter than marrow" : "darker than marrow";
}

interface OriginsProps {
  readonly tissues: readonly TissueData[];
  readonly settings: Settings;
}

function Origins({ tissues, settings: { field } }: OriginsProps) {
  const cell = ({ values, origins }: TissueData, key: "t1" | "t2" | "pd" | "fat") => {
    const value = values[field][key];
    const entry = origins[field][key];
    const shown = key === "fat" ? `${(100 * value).toFixed(0)}%` : value.toLocaleString("en-GB", { maximumFractionDigits: 0 });
    return entry ? <Citation entry={entry} text={shown} /> : `${shown}, own`;
  };
  return (
    <DataTable
      caption={`Times in ms, hydrogen (PD) and fat at ${field} T; “own” is this model’s choice`}
      head={["Tissue", "T1", "T2", "PD", "Fat"]}
      rows={tissues
        .filter(({ values }) => values[field].pd > 0)
        .map((tissue) => [
          tissue.label,
          cell(tissue, "t1"),
          cell(tissue, "t2"),
          cell(tissue, "pd"),
          tissue.values[field].fat > 0 ? cell(tissue, "fat") : "0",
        ])}
    />
  );
}
