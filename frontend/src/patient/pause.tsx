// The pause before the last word: what speaks for the first diagnosis, what against, what is missing.
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { MOST_WORDS } from "../simulation/step.ts";
import { Findings } from "./findings.tsx";
import type { Runs } from "./runs.ts";

interface Props {
  readonly runs: Runs;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly onDone: (absent: string) => void;
}

/** Findings to sort once more, and a field for what one would expect and didn't find. */
export function Pause({ runs, focus, onDone }: Props) {
  const { prefix, level } = useSurroundings();
  const { patient, state } = runs;
  const [absent, write] = useState(state.absent);
  const lead = state.stages.decision?.ranks[0];
  const name = patient.diagnoses.find(({ id }) => id === lead)?.text;
  const id = `${prefix}-pause`;
  return (
    <section class="rf-pt-panel rf-pt-sheet" aria-labelledby={id}>
      <div class="rf-pt-scroll">
        <Heading level={level + 1} id={id} class="rf-pt-title" focus={focus}>
          Pause
        </Heading>
        <p class="rf-pt-lead">
          {name ? (
            <>
              You lead with <b>{name}</b>. Look at it as if a colleague had said so.
            </>
          ) : (
            "Look at your diagnosis as if a colleague had made it."
          )}
        </p>
        <div class="rf-pt-pause">
          <div>
            <p class="rf-pt-kind">What speaks for it, what against?</p>
            <Findings runs={runs} />
          </div>
          <label>
            <span class="rf-pt-kind">What would you expect, and haven’t found?</span>
            <textarea
              rows={5}
              maxLength={MOST_WORDS}
              value={absent}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </label>
        </div>
        <div class="rf-pt-submit">
          <p class="rf-actions">
            <button type="button" class="rf-button rf-primary" onClick={() => onDone(absent)}>
              To my last word
            </button>
          </p>
        </div>
      </div>
    </section>
  );
}
