// A stage: the differential ranked by select-then-place, and a probability of cancer.
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { Place } from "../player/placing/place.tsx";
import { PlacingArea, Tray } from "../player/placing/tray.tsx";
import { type Placed, usePlacing } from "../player/placing/use-placing.ts";
import { STAGES, type StageName } from "../simulation/case.ts";
import { MOST_RANKS } from "../simulation/step.ts";
import type { Runs } from "./runs.ts";

const TITLES: Readonly<Record<StageName, string>> = {
  opening: "First sight: what could it be?",
  bedside: "After the bedside: what do you think now?",
  decision: "Before you decide: what is it?",
  final: "After the pause: your last word",
};

const HINTS: Readonly<Record<StageName, string>> = {
  opening: "You have seen and heard next to nothing. Say what you would bet on.",
  bedside: "This comes before the first test, treatment or decision. What you had in mind is done next.",
  decision: "The act you chose ends your part of the story. Your judgement comes first.",
  final: "Everything that you will know is known.",
};

interface Props {
  readonly runs: Runs;
  readonly stage: StageName;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly onAnswer: (ranks: string[], cancer: number) => void;
  /** Goes back to work; null where that can't be. */
  readonly onBack: (() => void) | null;
}

/** The sheet; it begins with what was said at the stage before. */
export function StageSheet({ runs, stage, focus, onAnswer, onBack }: Props) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const last = STAGES.map((each) => state.stages[each]).findLast((each) => each !== undefined);
  const positions = Array.from(
    { length: Math.min(MOST_RANKS, patient.diagnoses.length) },
    (_, at) => `${at + 1}`,
  );
  const [placed, place] = useState<Placed>(() =>
    Object.fromEntries((last?.ranks ?? []).map((id, at) => [`${at + 1}`, [id]])),
  );
  const [cancer, setCancer] = useState(last === undefined ? "" : String(last.cancer));
  const [said, say] = useState("");
  const placing = usePlacing({
    // By the alphabet: an author writes the right one first.
    tokens: patient.diagnoses
      .toSorted((a, b) => a.text.localeCompare(b.text))
      .map(({ id, text }) => ({ id, text: [[text]] })),
    names: Object.fromEntries(positions.map((at) => [at, `Rank ${at}`])),
    placed,
    many: false,
    locked: false,
    onChange: place,
    onSay: say,
  });
  const id = `${prefix}-${stage}`;

  const submit = () => {
    const ranks = positions.flatMap((at) => placed[at] ?? []);
    const value = Number(cancer);
    if (ranks.length === 0) say("Rank at least one diagnosis: select it, then press Rank 1.");
    else if (cancer.trim() === "" || !Number.isInteger(value) || value < 0 || value > 100) {
      say("Give the probability of cancer as a whole number from 0 to 100.");
    } else onAnswer(ranks, value);
  };

  return (
    <section class="rf-pt-panel rf-pt-sheet rf-pt-stage" aria-labelledby={id}>
      <div class="rf-pt-scroll">
        <Heading level={level + 1} id={id} class="rf-pt-title" focus={focus}>
          {TITLES[stage]}
        </Heading>
        <p class="rf-pt-small">{HINTS[stage]}</p>
        <fieldset class="rf-pt-ranking">
          <legend>
            Your differential, likeliest first <small>(at least one, best three)</small>
          </legend>
          <PlacingArea placing={placing}>
            <Tray placing={placing} label="Diagnoses" />
            <ol class="rf-positions">
              {positions.map((at) => (
                <li key={at}>
                  <Place placing={placing} place={at} />
                </li>
              ))}
            </ol>
          </PlacingArea>
        </fieldset>
        <div class="rf-pt-submit">
          <fieldset class="rf-pt-chance">
            <legend>How likely is cancer?</legend>
            <input
              type="range"
              min="0"
              max="100"
              aria-label="Probability of cancer, slider"
              value={cancer === "" ? "50" : cancer}
              data-unset={cancer === ""}
              onInput={(event) => setCancer(event.currentTarget.value)}
            />
            <label>
              <input
                type="number"
                min="0"
                max="100"
                step="1"
                inputMode="numeric"
                aria-label="Probability of cancer in per cent"
                value={cancer}
                onInput={(event) => setCancer(event.currentTarget.value)}
              />{" "}
              %
            </label>
          </fieldset>
          <p class="rf-said" role="alert">
            {said}
          </p>
          <p class="rf-actions">
            <button type="button" class="rf-button rf-primary" onClick={submit}>
              {stage === "final" ? "That is my last word" : "That is my view"}
            </button>
            {onBack && (
              <button type="button" class="rf-button" onClick={onBack}>
                Not yet
              </button>
            )}
          </p>
        </div>
      </div>
    </section>
  );
}
