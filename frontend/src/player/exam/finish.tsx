// Before an exam ends: what is still empty, and a last way back.
import { useEffect, useRef } from "preact/hooks";
import { useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import { plural } from "../words.ts";
import type { Entry } from "./progress.ts";

interface Props {
  readonly entries: readonly Entry[];
  readonly onGo: (place: number) => void;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

/** The check. */
export function Finish({ entries, onGo, onBack, onFinish }: Props) {
  const { prefix, level } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const lists = [
    ["Empty", entries.filter(({ filled }) => filled === "empty")],
    [
      "Incomplete: they count as far as they are filled",
      entries.filter(({ filled }) => filled === "incomplete"),
    ],
    ["Without certainty: they earn no certainty mark", entries.filter(({ unsure }) => unsure)],
    ["Flagged", entries.filter(({ flagged }) => flagged)],
  ] as const;
  const id = `${prefix}-finish`;
  const answered = entries.filter(({ filled }) => filled === "answered").length;
  return (
    <section class="rf-summary" aria-labelledby={id}>
      <Heading level={level} id={id} focus={heading}>
        Finish the exam?
      </Heading>
      <p>
        {answered} of {plural(entries.length, "question")} answered. After finishing, answers can’t be
        changed.
      </p>
      {lists.map(
        ([title, list]) =>
          list.length > 0 && (
            <div key={title} class="rf-left-over">
              <p>{title}:</p>
              <ul>
                {list.map(({ item, place, access }) => (
                  <li key={item.id}>
                    {access === "closed" ? (
                      `Question ${place + 1} (closed)`
                    ) : (
                      <button
                        type="button"
                        class="rf-button"
                        disabled={access === "later"}
                        onClick={() => onGo(place)}
                      >
                        Question {place + 1}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <p class="rf-actions">
        <button type="button" class="rf-button" onClick={onFinish}>
          Finish now
        </button>
        <button type="button" class="rf-button rf-primary" onClick={onBack}>
          Back to the questions
        </button>
      </p>
    </section>
  );
}
