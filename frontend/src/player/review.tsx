// The errors of a quiz, the confident ones first, each with the answer, the key and the reasons; and asking again.
import { useEffect, useRef, useState } from "preact/hooks";
import type { CompiledQuiz } from "../content.ts";
import { useSurroundings } from "./context.ts";
import { Heading } from "./heading.tsx";
import { ItemView } from "./item.tsx";
import { modeOf } from "./mode.ts";
import { phaseOf } from "./phase.ts";
import type { Store } from "./store.ts";
import { tally } from "./tally.ts";
import { useStore } from "./use-record.ts";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  /** Leads back to where the review was opened; null where it stands by itself. */
  readonly onBack: (() => void) | null;
}

/** The list; its order stays while it is open, so that nothing moves under the reader. */
export function Review({ quiz, store, onBack }: Props) {
  useStore(store);
  const { prefix, level } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  const { items } = quiz;
  const [wrong] = useState(() => tally(items, store).errors.map(({ item }) => item));
  useEffect(() => {
    if (onBack) heading.current?.focus();
  }, []);
  const id = `${prefix}-review`;
  return (
    <section aria-labelledby={id}>
      <div class="rf-summary">
        <Heading level={level} id={id} focus={heading}>
          Review: {quiz.title}
        </Heading>
        <p>
          {intro(
            wrong.length,
            items.some((item) => store.record(item).attempts.length > 0),
          )}
        </p>
        {onBack && (
          <p class="rf-actions">
            <button type="button" class="rf-button" onClick={onBack}>
              Back to all questions
            </button>
          </p>
        )}
      </div>
      {wrong.map((item) => {
        const record = store.record(item);
        const mode = modeOf(record.again === undefined ? "review" : "practice");
        const again = () => {
          const { draft: _, ...kept } = record;
          store.put(item, { ...kept, again: record.attempts.length, revealed: false }, "now");
          document.getElementById(`${prefix}-${item.id}`)?.focus();
        };
        return (
          <div key={item.id} class="rf-reviewed">
            <ItemView item={item} place={items.indexOf(item) + 1} store={store} mode={mode} />
            {phaseOf(item, record, mode) === "done" && (
              <p class="rf-actions">
                <button type="button" class="rf-button" onClick={again}>
                  Ask me again
                </button>
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

function intro(wrong: number, answered: boolean): string {
  if (!answered)
    return "Nothing to review yet. Answer the questions first; whatever goes wrong comes back here.";
  if (wrong === 0)
    return "Nothing to review: every question that you answered was right at the first attempt.";
  return "What went wrong at the first attempt, the answers that you were surest of first. Your first attempts stay as they are when you are asked again.";
}
