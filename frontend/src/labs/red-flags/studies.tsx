// Every question with its accuracy, interval and source, for the setting that is chosen.
import type { Ratio } from "../../clinical/combining.ts";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { useLab } from "../frame/use-lab.ts";
import type { Accuracy, Data, State } from "./data.ts";
import { accuracyFor, type Situation } from "./situation.ts";

/** The numbers as the register has them. */
export function Studies({ situation: { setting } }: { readonly situation: Situation }) {
  const { data } = useLab<Data, State>();
  return (
    <DataTable
      caption="Sensitivity, specificity and likelihood ratios with their 95% intervals"
      head={["Question", "Sensitivity", "Specificity", "LR+", "LR−", "People", "Source"]}
      rows={data.flags.map((flag) => {
        const accuracy = accuracyFor(flag, setting);
        const { sensitivity, specificity, yes, no, entry } = accuracy;
        return [
          flag.label,
          share(sensitivity, accuracy.sensitivity_interval),
          share(specificity, accuracy.specificity_interval),
          ratio(yes),
          ratio(no),
          size(accuracy),
          <Citation key={entry} entry={entry} text="" chip />,
        ];
      })}
    />
  );
}

function share(value: number, interval: readonly [number, number] | null): string {
  const ends = interval ? ` (${interval.map((end) => (100 * end).toFixed(0)).join("\u00a0to\u00a0")})` : "";
  return `${(100 * value).toFixed(0)}%${ends}`;
}

function ratio(given: Ratio | null): string {
  if (given === null) return "none can be given";
  const { value, low, high } = given;
  return `${factor(value)} (${low === null || high === null ? "no\u00a0interval" : `${factor(low)}\u00a0to\u00a0${factor(high)}`})`;
}

function factor(value: number): string {
  return value.toFixed(value >= 10 ? 1 : 2);
}

function size({ counts }: Accuracy): string {
  if (counts === null) return "not read";
  const [sickYes, wellYes, sickNo, wellNo] = counts;
  const all = sickYes + wellYes + sickNo + wellNo;
  return `${all.toLocaleString("en-GB")}, ${sickYes + sickNo} with cancer`;
}
