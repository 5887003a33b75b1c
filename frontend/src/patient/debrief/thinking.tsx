// The differential beside the expert's at each stage, the pause grid, and the illness scripts.
import { CellTable } from "../../player/cell-table.tsx";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { percent } from "../../player/words.ts";
import { type PlayableCase, STAGES } from "../../simulation/case.ts";
import { rankOverlap } from "../../simulation/rank-overlap.ts";
import type { State } from "../../simulation/state.ts";
import { STAGE_WORDS, WEIGHT_SIGNS, WEIGHT_WORDS } from "../words.ts";

interface Props {
  readonly patient: PlayableCase;
  readonly state: State;
}

/** Three tables. */
export function Thinking({ patient, state }: Props) {
  return (
    <>
      <Differentials patient={patient} state={state} />
      <PauseGrid patient={patient} state={state} />
      <Scripts patient={patient} state={state} />
    </>
  );
}

function Differentials({ patient, state }: Props) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-differential`;
  const texts = new Map(patient.diagnoses.map((diagnosis) => [diagnosis.id, diagnosis.text]));
  const list = (ranks: readonly string[]) => (
    <ol>
      {ranks.map((rank) => (
        <li key={rank}>{texts.get(rank)}</li>
      ))}
    </ol>
  );
  const rows = STAGES.flatMap((stage) => {
    const answer = state.stages[stage];
    if (answer === undefined) return [];
    const expert = patient.experts[stage];
    return [
      [STAGE_WORDS[stage], list(answer.ranks), list(expert), percent(rankOverlap(answer.ranks, expert))],
    ];
  });
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        Your differential beside an expert’s
      </Heading>
      <CellTable columns={["Stage", "You", "Expert", "Alike"]} cells={rows} labelledBy={id}>
        {(cell) => cell}
      </CellTable>
      <p class="rf-pt-small">
        Alike: rank-biased overlap, in which the first ranks weigh most. 100&nbsp;% is the same order.
      </p>
    </>
  );
}

function PauseGrid({ patient, state }: Props) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-grid`;
  const texts = new Map(patient.findings.map((finding) => [finding.id, finding.text]));
  const list = (ids: readonly string[]) =>
    ids.length === 0 ? (
      "–"
    ) : (
      <ul>
        {ids.map((each) => (
          <li key={each}>{texts.get(each)}</li>
        ))}
      </ul>
    );
  const own = (as: string) =>
    state.findings.map((finding) => finding.id).filter((each) => state.pins[each] === as);
  const { pause } = patient;
  const rows = [
    ["For", list(own("for")), list(pause.for)],
    ["Against", list(own("against")), list(pause.against)],
    [
      "Expected but absent",
      state.absent ? <p class="rf-pt-words">{state.absent}</p> : "–",
      pause.absent.length === 0 ? (
        "–"
      ) : (
        <ul>
          {pause.absent.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ),
    ],
  ];
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        At the pause
      </Heading>
      <CellTable columns={["Finding", "You", "Expert"]} cells={rows} labelledBy={id}>
        {(cell) => cell}
      </CellTable>
    </>
  );
}

function Scripts({ patient, state }: Props) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-scripts`;
  const texts = new Map(patient.findings.map((finding) => [finding.id, finding.text]));
  const found = new Set(state.findings.map((finding) => finding.id));
  const shown = patient.diagnoses.filter((diagnosis) =>
    Object.values(patient.script).some((weights) => Object.hasOwn(weights, diagnosis.id)),
  );
  const rows = Object.entries(patient.script).map(([finding, weights]) => [
    <>
      {texts.get(finding)}
      {!found.has(finding) && <small> (you didn’t find it)</small>}
    </>,
    ...shown.map((diagnosis) => {
      const weight = weights[diagnosis.id] ?? 0;
      return (
        <span class="rf-pt-weight" data-weight={weight}>
          <span aria-hidden="true">{WEIGHT_SIGNS[weight + 2]}</span>
          <span class="rf-hidden">{WEIGHT_WORDS[weight + 2]}</span>
        </span>
      );
    }),
  ]);
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        Illness scripts: what each finding says
      </Heading>
      <div class="rf-pt-script">
        <CellTable
          columns={["Finding", ...shown.map((diagnosis) => diagnosis.text)]}
          cells={rows}
          labelledBy={id}
        >
          {(cell) => cell}
        </CellTable>
      </div>
      <p class="rf-pt-small">−− strongly against · − against · 0 neither · + for · ++ strongly for</p>
    </>
  );
}
