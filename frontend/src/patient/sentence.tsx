// The problem representation: the whole case in one's own sentence, before the expert's is seen.
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { MOST_WORDS } from "../simulation/step.ts";
import type { Runs } from "./runs.ts";

interface Props {
  readonly runs: Runs;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly onDone: (text: string) => void;
}

/** A field; it may stay empty. */
export function Sentence({ runs, focus, onDone }: Props) {
  const { prefix, level } = useSurroundings();
  const { name } = runs.patient.person;
  const [text, write] = useState(runs.state.words);
  const id = `${prefix}-sentence`;
  return (
    <section class="rf-pt-panel rf-pt-sheet" aria-labelledby={id}>
      <div class="rf-pt-scroll">
        <Heading level={level + 1} id={id} class="rf-pt-title" focus={focus}>
          Hand {name} over in one sentence
        </Heading>
        <p class="rf-pt-small" id={`${id}-hint`}>
          Who is it, since when, how fast, what did you find, and what does it amount to? You see the expert’s
          sentence beside yours.
        </p>
        <textarea
          rows={4}
          maxLength={MOST_WORDS}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <div class="rf-pt-submit">
          <p class="rf-actions">
            <button type="button" class="rf-button rf-primary" onClick={() => onDone(text)}>
              To the debrief
            </button>
          </p>
        </div>
      </div>
    </section>
  );
}
