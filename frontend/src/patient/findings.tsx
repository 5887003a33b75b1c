// The findings so far, each sorted for or against the first diagnosis, or left unclear.
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { STAGES } from "../simulation/case.ts";
import type { Pin } from "../simulation/state.ts";
import type { Runs } from "./runs.ts";
import { useSame } from "./same.ts";
import { PIN_WORDS, STAGE_WORDS } from "./words.ts";

const SIGNS: readonly (readonly [Pin, string])[] = [
  ["for", "+"],
  ["against", "−"],
  ["unknown", "?"],
];

/** Pressing a sign a second time takes it away. */
export function Findings({ runs }: { readonly runs: Runs }) {
  const { patient, state } = runs;
  const same = useSame();
  const names = new Map(patient.findings.map(({ id, text }) => [id, text]));
  if (state.findings.length === 0) {
    return <p class="rf-pt-small">What you find appears here, for you to sort.</p>;
  }
  return (
    <>
      <p class="rf-pt-small" aria-hidden="true">
        + for, − against, ? unclear: your first diagnosis
      </p>
      <ul class="rf-pt-findings">
        {state.findings.map(({ id }) =>
          same(id, [state.pins[id]], () => (
            <Finding
              key={id}
              id={id}
              text={names.get(id) ?? ""}
              pinned={state.pins[id] ?? null}
              runs={runs}
            />
          )),
        )}
      </ul>
    </>
  );
}

interface FindingProps {
  readonly id: string;
  readonly text: string;
  readonly pinned: Pin | null;
  readonly runs: Runs;
}

function Finding({ id, text, pinned, runs }: FindingProps) {
  return (
    <li data-pin={pinned}>
      <span>{text}</span>
      <span class="rf-pt-pins" role="group" aria-label={text}>
        {SIGNS.map(([pin, sign]) => (
          <button
            type="button"
            key={pin}
            title={PIN_WORDS[pin]}
            aria-label={PIN_WORDS[pin]}
            aria-pressed={pinned === pin}
            onClick={() => runs.act({ do: "pin", finding: id, as: pinned === pin ? null : pin })}
          >
            {sign}
          </button>
        ))}
      </span>
    </li>
  );
}

/** The pad: findings, and what was thought at each stage. */
export function Pad({ runs }: { readonly runs: Runs }) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const id = `${prefix}-pad`;
  const texts = new Map(patient.diagnoses.map((diagnosis) => [diagnosis.id, diagnosis.text]));
  const answered = STAGES.filter((stage) => state.stages[stage]).toReversed();
  return (
    <section class="rf-pt-panel rf-pt-pad" aria-labelledby={id}>
      <div class="rf-pt-top">
        <Heading level={level + 1} id={id} class="rf-pt-title">
          Findings and diagnosis
        </Heading>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard */}
      <div class="rf-pt-scroll" role="group" aria-label="Diagnosis pad" tabIndex={0}>
        <Findings runs={runs} />
        {answered.slice(0, 1).map((stage) => (
          <div key={stage} class="rf-pt-view">
            <p class="rf-pt-kind">
              What you thought <small>({STAGE_WORDS[stage].toLowerCase()})</small>
            </p>
            <ol>
              {state.stages[stage]?.ranks.map((rank) => (
                <li key={rank}>{texts.get(rank)}</li>
              ))}
            </ol>
            <p class="rf-pt-small">Probability of cancer: {state.stages[stage]?.cancer}&nbsp;%</p>
          </div>
        ))}
      </div>
    </section>
  );
}
