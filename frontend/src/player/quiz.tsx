// A quiz: its head, its questions one under another, its result.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CompiledQuiz, Item } from "../content.ts";
import { stepsOf } from "./case/case.ts";
import { CaseView } from "./case/case-view.tsx";
import { Exam } from "./exam/exam.tsx";
import { ForgetAnswers } from "./forget.tsx";
import { ItemView } from "./item.tsx";
import type { Mode } from "./mode.ts";
import type { Pace } from "./pace.ts";
import { Review } from "./review.tsx";
import type { Store } from "./store.ts";
import { Summary } from "./summary.tsx";
import { tally } from "./tally.ts";
import { useStoreLater } from "./use-record.ts";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  readonly mode: Mode;
  /** Time for an exam; null without a limit. */
  readonly minutes: number | null;
  /** Null where all questions come at once. */
  readonly pace: Pace | null;
}

/**
 * The whole player.
 *
 * It doesn't draw again when an answer comes in: the head, the foot and each question follow the store by themselves,
 * so that a click costs one question, not all of them.
 */
export function QuizView({ quiz, store, mode, minutes, pace }: Props) {
  // Forgetting draws every question anew, so nothing of an earlier answer stays behind.
  const [round, setRound] = useState(0);
  const [reviewing, review] = useState(mode.name === "review");
  const view = useRef<HTMLDivElement>(null);
  const { items, title } = quiz;
  const single = items.length === 1;
  const steps = stepsOf(quiz);

  const forget = () => {
    store.forget();
    setRound(round + 1);
    view.current?.focus();
  };

  return (
    <div class="rf-quiz-view" role="group" aria-label={`Questions: ${title}`} ref={view} tabIndex={-1}>
      {reviewing ? (
        <Review quiz={quiz} store={store} onBack={mode.name === "review" ? null : () => review(false)} />
      ) : mode.name === "exam" ? (
        <Exam quiz={quiz} store={store} mode={mode} minutes={minutes} onReview={() => review(true)} />
      ) : (
        <>
          <Head title={title} items={items} store={store} />
          {items.map((item, place) => {
            const step = steps.get(item.id);
            const { study } = step ?? {};
            if (study && step?.place === 0) {
              const own = items.slice(place, place + study.steps.length);
              return (
                <Paced key={`${round} ${study.id}`} last={own.at(-1) ?? item} pace={pace}>
                  <CaseView study={study} items={own} first={place + 1} store={store} mode={mode} />
                </Paced>
              );
            }
            return (
              !study && (
                <Paced key={`${round} ${item.id}`} last={item} pace={pace}>
                  <ItemView item={item} place={single ? null : place + 1} store={store} mode={mode} />
                </Paced>
              )
            );
          })}
          <Foot items={items} store={store} onForget={forget} onReview={() => review(true)} />
        </>
      )}
    </div>
  );
}

interface PacedProps {
  /** The last question in it. */
  readonly last: Item;
  readonly pace: Pace | null;
  readonly children: ComponentChildren;
}

/** Questions that stand once the home has time for them. */
function Paced({ last, pace, children }: PacedProps) {
  const [stands, stand] = useState(pace === null);
  useLayoutEffect(() => {
    if (stands) pace?.stood(last);
    else pace?.wait(() => stand(true));
  }, [stands]);
  return stands ? children : null;
}

interface HeadProps {
  readonly title: string;
  readonly items: readonly Item[];
  readonly store: Store;
}

function Head({ title, items, store }: HeadProps) {
  useStoreLater(store);
  const { answered } = tally(items, store);
  return (
    <header class="rf-head">
      {items.length > 1 && (
        <>
          <p class="rf-title">{title}</p>
          <p class="rf-progress">
            <progress max={items.length} value={answered} aria-hidden="true" />
            <span role="status">
              {answered} of {items.length} answered
            </span>
          </p>
        </>
      )}
      {store.unkept && <p class="rf-memory">{store.unkept}</p>}
    </header>
  );
}

interface FootProps {
  readonly items: readonly Item[];
  readonly store: Store;
  readonly onForget: () => void;
  readonly onReview: () => void;
}

function Foot({ items, store, onForget, onReview }: FootProps) {
  useStoreLater(store);
  const sums = tally(items, store);
  const single = items.length === 1;
  return (
    <>
      {!single && sums.answered === items.length && <Summary tally={sums} onReview={onReview} />}
      {sums.answered > 0 && <ForgetAnswers single={single} onForget={onForget} />}
    </>
  );
}
