// An exam under way: one question at a time.
import { useEffect, useRef, useState } from "preact/hooks";
import type { CompiledQuiz } from "../../content.ts";
import { stepsOf } from "../case/case.ts";
import { CaseFrame } from "../case/case-frame.tsx";
import type { Mode } from "../mode.ts";
import type { Store } from "../store.ts";
import { useStore } from "../use-record.ts";
import { Clock } from "./clock.tsx";
import { ExamItem } from "./exam-item.tsx";
import { Finish } from "./finish.tsx";
import { Overview } from "./overview.tsx";
import { entries } from "./progress.ts";
import type { Session } from "./session.ts";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  readonly mode: Mode;
  readonly session: Session;
  /** Whether the learner has just begun it, so that the first question takes the focus. */
  readonly now: boolean;
  /** Time as the exam's author set it. */
  readonly minutes: number | null;
  readonly onChange: (change: Partial<Session>) => void;
  readonly onFinish: (late: boolean) => void;
}

/** The open question with the ways to others. */
export function Sitting({ quiz, store, mode, session, now, minutes, onChange, onFinish }: Props) {
  useStore(store);
  const steps = stepsOf(quiz);
  const list = entries(quiz.items, store, steps, mode);
  const [checking, check] = useState(false);
  /** Whether an empty step of a case is about to be left for good. */
  const [leaving, leave] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  const moved = useRef(now);
  const open =
    list[session.place]?.access === "open" ? session.place : list.findIndex((one) => one.access === "open");
  const entry = list[Math.max(0, open)];

  useEffect(() => {
    if (moved.current && !checking) heading.current?.focus();
    moved.current = false;
  });
  useEffect(() => {
    if (leaving) stay.current?.focus();
  }, [leaving]);
  if (entry === undefined) return null;

  const go = (place: number) => {
    moved.current = true;
    check(false);
    leave(false);
    onChange({ place });
  };
  const { item, place } = entry;
  const step = steps.get(item.id);
  const next = () => {
    if (step) store.put(item, { ...store.record(item), left: true }, "now");
    go(place + 1);
  };
  const previous = list.slice(0, place).findLast(({ access }) => access === "open");
  const last = place === list.length - 1;
  const question = (
    <ExamItem key={item.id} item={item} place={place + 1} store={store} mode={mode} focus={heading} />
  );

  return (
    <>
      <header class="rf-head">
        <p class="rf-title">{quiz.title}: exam</p>
        <p class="rf-progress">
          Question {place + 1} of {list.length}
        </p>
        {minutes !== null && (
          <Clock session={session} minutes={minutes} onChange={onChange} onOver={() => onFinish(true)} />
        )}
        {store.unkept && <p class="rf-memory">{store.unkept}</p>}
      </header>
      {checking ? (
        <Finish
          entries={list}
          onGo={go}
          onBack={() => {
            moved.current = true;
            check(false);
          }}
          onFinish={() => onFinish(false)}
        />
      ) : (
        <>
          {step ? <CaseFrame at={step}>{question}</CaseFrame> : question}
          {leaving ? (
            <div class="rf-confirm" role="group" aria-label="Leave this step?">
              <p>This step is not complete, and you can’t come back to it.</p>
              <p class="rf-actions">
                <button type="button" class="rf-button" onClick={next}>
                  Go on all the same
                </button>
                <button type="button" class="rf-button rf-primary" ref={stay} onClick={() => leave(false)}>
                  Stay
                </button>
              </p>
            </div>
          ) : (
            <p class="rf-actions">
              {previous && (
                <button type="button" class="rf-button" onClick={() => go(previous.place)}>
                  Previous
                </button>
              )}
              {!last && (
                <button
                  type="button"
                  class="rf-button rf-primary"
                  onClick={() => (step && entry.filled !== "answered" ? leave(true) : next())}
                >
                  {step && step.place < step.study.steps.length - 1 ? "Next step" : "Next"}
                </button>
              )}
              <button
                type="button"
                class={`rf-button${last ? " rf-primary" : ""}`}
                onClick={() => check(true)}
              >
                Finish …
              </button>
            </p>
          )}
          <Overview entries={list} current={place} onGo={go} />
        </>
      )}
    </>
  );
}
