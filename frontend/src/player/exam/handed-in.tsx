// A finished marked quiz: nothing is told here; the answers go to the instructor as a file.
import { useEffect, useRef } from "preact/hooks";
import type { CompiledQuiz } from "../../content.ts";
import { useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import type { Mode } from "../mode.ts";
import { isBlank } from "../phase.ts";
import type { Store } from "../store.ts";
import { saveAnswers } from "./answers.ts";
import { ExamItem } from "./exam-item.tsx";
import type { Session } from "./session.ts";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  readonly mode: Mode;
  readonly session: Session;
  /** Whether the learner has just finished it, so that the heading takes the focus. */
  readonly now: boolean;
  readonly onSaved: () => void;
}

/** What to do now, and the answers to look at. */
export function HandedIn({ quiz, store, mode, session, now, onSaved }: Props) {
  const { prefix, level } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (now) heading.current?.focus();
  }, []);
  const { items } = quiz;
  const answered = items.filter((item) => !isBlank(store.record(item).attempts[0]?.response ?? null)).length;
  const id = `${prefix}-handed-in`;
  return (
    <>
      <section class="rf-summary" aria-labelledby={id}>
        <Heading level={level} id={id} focus={heading}>
          {session.late ? "The time is over. " : ""}Save your answers
        </Heading>
        <p>
          You answered {answered} of {items.length}. Marks come from your instructor, who has the key: save
          your answers as a file and hand it in. {quiz.hand_in}
        </p>
        <p class="rf-actions">
          <button
            type="button"
            class="rf-button rf-primary"
            onClick={() => {
              saveAnswers(quiz, store, session);
              onSaved();
            }}
          >
            Save my answers
          </button>
        </p>
        <p role="status">{session.saved ? "Saved as a file. You can save it again." : ""}</p>
        {store.home === "notebook" && (
          <p>
            In this notebook <code>quiz.answers()</code> gives the same.
          </p>
        )}
      </section>
      <details class="rf-folded">
        <summary>What I answered</summary>
        {items.map((item, place) => (
          <ExamItem key={item.id} item={item} place={place + 1} store={store} mode={mode} focus={null} />
        ))}
      </details>
    </>
  );
}
