// The learner's probability of cancer beside the course's reference, as a chart and a table, and the Brier score.
import { useEffect, useState } from "preact/hooks";
import { CellTable } from "../../player/cell-table.tsx";
import { Citation } from "../../player/citation.tsx";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import { number, percent, plural } from "../../player/words.ts";
import { STAGES, type StageName } from "../../simulation/case.ts";
import { brier, type Reference, referenceAt } from "../../simulation/reference.ts";
import type { Finished, Runs } from "../runs.ts";
import { STAGE_WORDS } from "../words.ts";

const WIDTH = 420;
const BOTTOM = 190;
const LEFT = 58;
const TOP = 12;

interface Row {
  readonly stage: StageName;
  /** A proportion. */
  readonly own: number;
  readonly reference: Reference | null;
}

/** One row a stage that was answered. */
export function Calibration({ runs }: { readonly runs: Runs }) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const [all, keep] = useState<readonly Finished[]>([]);
  useEffect(() => {
    // Where the device says nothing, this case alone counts.
    runs.allFinished().then(keep, () => keep([]));
  }, [runs, runs.finished]);
  const rows = STAGES.flatMap((stage): Row[] => {
    const answer = state.stages[stage];
    return answer ? [{ stage, own: answer.cancer / 100, reference: referenceAt(patient, state, stage) }] : [];
  });
  const id = `${prefix}-calibration`;
  const { prior, updates, says } = patient.reference;
  const found = new Set(state.findings.map((finding) => finding.id));
  const texts = new Map(patient.findings.map((finding) => [finding.id, finding.text]));
  const score = brier(patient, state);
  const scores = all.map(({ p, cancer }) => (p / 100 - Number(cancer)) ** 2);
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        How likely you thought cancer
      </Heading>
      <div class="rf-pt-marks">
        <Chart rows={rows} />
        <CellTable
          columns={["Stage", "You", "Reference", "Its band"]}
          cells={rows.map(({ stage, own, reference }) => [
            STAGE_WORDS[stage],
            percent(own),
            reference === null ? "none" : chance(reference.p),
            reference === null || reference.low === null || reference.high === null
              ? "–"
              : `${chance(reference.low)} to ${chance(reference.high)}`,
          ])}
          labelledBy={id}
        >
          {(cell) => cell}
        </CellTable>
      </div>
      <div class="rf-pt-prose">
        <Rich text={says} />
      </div>
      {prior && (
        <p class="rf-pt-small">
          It starts at {chance(prior.p)}
          <Citation entry={prior.evidence} text="" />
          {updates
            .filter(({ finding }) => found.has(finding))
            .map(({ finding, lr, evidence }) => (
              <>
                ; {texts.get(finding)?.toLowerCase()} multiplies the odds by {number(lr)}
                <Citation entry={evidence} text="" />
              </>
            ))}
          .
        </p>
      )}
      {score !== null && (
        <p class="rf-pt-small">
          Brier score of this run: {score.toFixed(2)}
          {scores.length > 1 &&
            `; over ${plural(scores.length, "case")} finished on this device (first runs): ${(scores.reduce((sum, each) => sum + each, 0) / scores.length).toFixed(2)}`}
          . It is the distance of your last probability from what it was, squared: 0 is best, 0.25 is what
          saying 50&nbsp;% always earns.
        </p>
      )}
    </>
  );
}

/** Whole per cent, with a decimal where a rare thing needs it. */
function chance(p: number): string {
  return p < 0.1 ? `${number(Math.round(p * 1000) / 10)}\u00a0%` : percent(p);
}

function Chart({ rows }: { readonly rows: readonly Row[] }) {
  const step = (WIDTH - LEFT) / Math.max(1, rows.length);
  const x = (place: number) => LEFT + step * (place + 0.5);
  const y = (p: number) => BOTTOM - p * (BOTTOM - TOP);
  const line = (p: (row: Row) => number | undefined) =>
    rows
      .flatMap((row, place) => {
        const value = p(row);
        return value === undefined ? [] : [`${x(place)} ${y(value)}`];
      })
      .map((point, at) => `${at === 0 ? "M" : "L"}${point}`)
      .join("");
  return (
    <svg
      class="rf-pt-chart rf-pt-chances"
      viewBox={`0 0 ${WIDTH} ${BOTTOM + 28}`}
      aria-hidden="true"
      focusable="false"
    >
      {[0, 0.5, 1].map((p) => (
        <g key={p}>
          <path class="rf-pt-ring" d={`M${LEFT} ${y(p)}H${WIDTH}`} />
          <text x={LEFT - 8} y={y(p) + 5} text-anchor="end">
            {percent(p)}
          </text>
        </g>
      ))}
      {rows.map(({ stage, reference }, place) => {
        const { low, high } = reference ?? {};
        return (
          <g key={stage}>
            {typeof low === "number" && typeof high === "number" && (
              <rect
                class="rf-pt-band"
                x={x(place) - 9}
                width="18"
                y={y(high)}
                height={Math.max(2, y(low) - y(high))}
              />
            )}
            <text x={x(place)} y={BOTTOM + 22} text-anchor="middle">
              {STAGE_WORDS[stage]}
            </text>
          </g>
        );
      })}
      <path class="rf-pt-line rf-pt-dashed" d={line(({ reference }) => reference?.p)} />
      <path class="rf-pt-line" d={line(({ own }) => own)} />
      {rows.map(({ stage, own, reference }, place) => (
        <g key={stage}>
          {reference && (
            <rect class="rf-pt-mark" x={x(place) - 4} y={y(reference.p) - 4} width="8" height="8" />
          )}
          <circle cx={x(place)} cy={y(own)} r="5" />
        </g>
      ))}
    </svg>
  );
}
