// The marks as a radar and as a table, with the rubric in print. No total: it would hide what to work on.
import type { ComponentChildren } from "preact";
import { CellTable } from "../../player/cell-table.tsx";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import { number, percent } from "../../player/words.ts";
import { type PlayableCase, STAGES } from "../../simulation/case.ts";
import type { Marks } from "../../simulation/marks.ts";
import { duration } from "../time.ts";
import { STAGE_WORDS } from "../words.ts";
import { type Axis, Radar } from "./radar.tsx";

interface Props {
  readonly patient: PlayableCase;
  readonly earned: Marks;
}

const YES_NO = ["No", "Yes"];
const SAFETY = { passed: "Passed", failed: "Failed", "not-at-stake": "Not at stake" };

/** A row is a mark, what was earned, and how it is reckoned. */
export function Rubric({ patient, earned }: Props) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-marks`;
  const share = (value: number | null) => (value === null ? "–" : percent(value));
  const lead = (value: 0 | 1 | null) => (value === null ? "–" : YES_NO[value]);
  const rows: readonly (readonly [string, string, ComponentChildren])[] = [
    ["thoroughness", "Thoroughness", share(earned.thoroughness)],
    ["efficiency", "Efficiency", share(earned.efficiency)],
    ["timeliness", "Timeliness", share(earned.timeliness)],
    ["lead_before", "Right diagnosis first, before the pause", lead(earned.lead_before)],
    ["lead_after", "Right diagnosis first, after the pause", lead(earned.lead_after)],
    [
      "concordance",
      "Differential like the expert’s",
      <ul>
        {STAGES.flatMap((stage) => {
          const value = earned.concordance[stage];
          return value === null ? [] : [<li key={stage}>{`${STAGE_WORDS[stage]} ${percent(value)}`}</li>];
        })}
      </ul>,
    ],
    ["harm", "Harm", earned.harm === 0 ? "None" : `−${earned.harm}`],
    ["safety", "Safety", SAFETY[earned.safety]],
  ];
  const axes: Axis[] = [
    { name: "Thorough", value: earned.thoroughness },
    { name: "Efficient", value: earned.efficiency },
    { name: "In time", value: earned.timeliness },
    { name: "Harmless", value: earned.harmless },
    { name: "Right", value: earned.lead_after },
    { name: "Like expert", value: earned.concordance.final },
  ].flatMap(({ name, value }) => (value === null || value === undefined ? [] : [{ name, value }]));
  const [low, high] = earned.radiation;
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        Your marks, and how they come about
      </Heading>
      <div class="rf-pt-marks">
        <Radar axes={axes} />
        <div>
          <p class="rf-pt-kind">Shown, not marked</p>
          <dl class="rf-figures">
            <div>
              <dt>Until your last act</dt>
              <dd>{duration(earned.minutes)}</dd>
            </div>
            <div>
              <dt>Cost bands, added up</dt>
              <dd>{earned.cost}</dd>
            </div>
            <div>
              <dt>Radiation</dt>
              <dd>
                {high === 0
                  ? "None"
                  : low === high
                    ? `${number(low)} mSv`
                    : `${number(low)} to ${number(high)} mSv`}
              </dd>
            </div>
          </dl>
          <p class="rf-pt-small">
            Times and cost bands are this course’s own. There is no total: it would hide what to work on.
          </p>
        </div>
      </div>
      <CellTable
        columns={["Mark", "You", "How it is reckoned"]}
        cells={rows.map(([key, name, value]) => [name, value, patient.rubric[key] ?? ""])}
        labelledBy={id}
      >
        {(cell) => cell}
      </CellTable>
      {patient.safety && (
        <div class="rf-pt-prose rf-pt-why">
          <Rich text={patient.safety.why} />
        </div>
      )}
    </>
  );
}
