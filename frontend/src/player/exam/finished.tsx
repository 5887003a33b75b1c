// A finished exam: marks, certainty, then every question with its feedback, confident errors first.
import { useEffect, useRef } from "preact/hooks";
import type { CompiledQuiz } from "../../content.ts";
import { StepMarks } from "../case/case-view.tsx";
import { ItemView } from "../item.tsx";
import type { Mode } from "../mode.ts";
import type { Store } from "../store.ts";
import { Summary } from "../summary.tsx";
import { tally } from "../tally.ts";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  readonly mode: Mode;
  readonly late: boolean;
  /** Whether the learner has just finished it, so that the result takes the focus. */
  readonly now: boolean;
  readonly onReview: () => void;
}

/** The result. */
export function Finished({ quiz, store, mode, late, now, onReview }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (now) heading.current?.focus();
  }, []);
  const { items } = quiz;
  const sums = tally(items, store);
  const wrong = sums.errors.map(({ item }) => item);
  return (
    <>
      {late && <p class="rf-changed">The time was over: what you had answered by then counts.</p>}
      <Summary tally={sums} focus={heading} onReview={onReview} />
      {quiz.case_studies.map((study) => (
        <StepMarks
          key={study.id}
          study={study}
          items={items.filter(({ id }) => study.steps.some((step) => step.item === id))}
          store={store}
        />
      ))}
      {[...wrong, ...items.filter((item) => !wrong.includes(item))].map((item) => (
        <ItemView key={item.id} item={item} place={items.indexOf(item) + 1} store={store} mode={mode} />
      ))}
    </>
  );
}
