// The scanner itself: settings, the picture, and the signal of each tissue.
import { useEffect, useMemo } from "preact/hooks";
import { nullTime } from "../../clinical/mri.ts";
import { middleOf, TISSUES } from "../../clinical/phantom.ts";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { useLab } from "../frame/use-lab.ts";
import { useLagging } from "../frame/use-lagging.ts";
import { Picture } from "../parts/scan/picture.tsx";
import { sliceOf } from "../parts/scan/slice.ts";
import { signalsOf, type TissueData } from "../parts/scan/tissues.ts";
import { landmarks, shade } from "../parts/scan/words.ts";
import { Controls } from "./controls.tsx";
import type { Data, State } from "./data.ts";
import { displayOf, type Settings, settingsOf } from "./settings.ts";

/** T12, where the deposit is. */
const SHOWN_LEVEL = 3;
/** A difference from marrow that the eye may miss. */
const ALIKE = 0.13;

/** Milliseconds between two looks of the words and the table at a knob that is being turned. */
const LAG = 120;

/** The picture beside its knobs; the tables below. */
export function Explore() {
  const { data, state, say } = useLab<Data, State>();
  const settings = settingsOf(data, state);
  const { field, scan, isAxial, noise } = settings;
  const signals = signalsOf(data.tissues, field, scan);
  const slice = sliceOf(
    data.scene,
    isAxial ? { kind: "axial", at: middleOf(SHOWN_LEVEL) } : { kind: "sagittal", at: 0 },
  );
  const read = useLagging(state, LAG);
  const { says, caption, table } = useMemo(() => reading(data, read), [data, read]);
  useEffect(() => say(says), [says, say]);
  // Many citations, which no knob changes: drawn once for each field.
  const origins = useMemo(() => <Origins data={data} field={field} />, [data, field]);
  return (
    <div class="rf-mri-lab">
      <div class="rf-mri-bench">
        <div class="rf-mri-shown">
          <Picture
            slice={slice}
            signals={signals}
            display={displayOf(state, signals)}
            noise={noise}
            says={`${isAxial ? "Cross-section through T12, seen from the feet" : "Side view, front on the left"}. ${says}`}
          ></Picture>
          {caption}
        </div>
        <Controls settings={settings} signals={signals} />
      </div>
      {table}
      {origins}
    </div>
  );
}

/** What a state's picture shows: for a screen reader, below the picture, and as a table. */
function reading(data: Data, state: State) {
  const { field, scan, preset } = settingsOf(data, state);
  const signals = signalsOf(data.tissues, field, scan);
  const display = displayOf(state, signals);
  const at = (id: string) => signals[TISSUES.indexOf(id as never)] ?? 0;
  const deposit = beside(at("metastasis"), at("marrow"));
  const name = preset?.label ?? "Your own settings";
  const fat = data.tissues.find(({ id }) => id === "fat");
  return {
    says: `${name}, ${field} tesla: ${landmarks(signals, display)}. The deposit in T12 is ${deposit}.`,
    caption: (
      <>
        <p class="rf-mri-caption">
          <strong>{name}.</strong> <span class="rf-mri-says">{preset?.says ?? ""} </span>
          The deposit in T12 is {deposit}.
        </p>
        {scan.te + (scan.ti ?? 0) >= scan.tr && (
          <p class="rf-lab-note rf-caution">No scanner can do this: it would listen after the next pulse.</p>
        )}
      </>
    ),
    table: (
      <>
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
      </>
    ),
  };
}

function beside(signal: number, marrow: number): string {
  const share = signal / Math.max(marrow, 1e-6);
  if (Math.abs(share - 1) < ALIKE) return "hardly to be told from marrow";
  return share > 1 ? "brighter than marrow" : "darker than marrow";
}

interface OriginsProps {
  readonly data: Data;
  readonly field: Settings["field"];
}

function Origins({ data: { tissues, own }, field }: OriginsProps) {
  const cell = ({ values, origins }: TissueData, key: "t1" | "t2" | "pd" | "fat") => {
    const value = values[field][key];
    const entry = origins[field][key];
    const shown =
      key === "fat"
        ? `${(100 * value).toFixed(0)}%`
        : value.toLocaleString("en-GB", { maximumFractionDigits: 0 });
    return entry ? <Citation entry={entry} text={shown} /> : `${shown}, own`;
  };
  return (
    <details class="rf-folded">
      <summary>Where the values come from</summary>
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
      <p>
        Measured in different people by different methods, so trust the order more than any ratio
        <Citation entry="t1-field-method" text="" />. What was not measured is this model’s own choice:
      </p>
      <ul>
        {own.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
