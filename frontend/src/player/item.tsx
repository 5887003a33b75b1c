// One question: its text, its answer form, submitting it, and its feedback.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Item } from "../content.ts";
import type { Certainty } from "../marking/certainty.ts";
import { textOf } from "../marking/free-text.ts";
import { problem } from "../marking/problem.ts";
import type { Response } from "../marking/response.ts";
import { CertaintyButtons, UnmarkedButton } from "./certainty-buttons.tsx";
import { certaintyKey } from "./certainty-key.ts";
import { useSurroundings } from "./context.ts";
import { Feedback } from "./feedback/feedback.tsx";
import { isUnmarked, repeatsForm } from "./kinds.ts";
import type { Mode } from "./mode.ts";
import { isBlank, type Phase, phaseOf } from "./phase.ts";
import { Question } from "./question.tsx";
import type { ItemRecord } from "./record.ts";
import type { Store } from "./store.ts";
import { useAfterPaint } from "./use-after-paint.ts";
import { useRecord } from "./use-record.ts";

interface Props {
  readonly item: Item;
  /** Place in the quiz from 1; null when it is the only question. */
  readonly place: number | null;
  readonly store: Store;
  readonly mode: Mode;
}

/** A question in whatever phase its record says. */
export function ItemView({ item, place, store, mode }: Props) {
  const { prefix } = useSurroundings();
  const record = useRecord(store, item);
  const [said, say] = useState("");
  const [older] = useState(() => store.isOlder(item));
  const article = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useRef<"feedback" | "answer" | null>(null);
  /** Pixels. */
  const height = useRef(0);

  // What a learner waits for is the verdict: it is painted first, and what it makes of the form a frame later.
  const painted = useAfterPaint(record);
  const awaited = record.attempts.length > painted.attempts.length || record.revealed !== painted.revealed;
  const phase = phaseOf(item, record, mode);
  const response = responseIn(phase, record);
  const missing = problem(item, response);

  useLayoutEffect(() => {
    if (awaited) return;
    if (focus.current === "feedback") heading.current?.focus();
    if (focus.current === "answer") {
      const form = article.current?.querySelector("fieldset");
      const chosen = form?.querySelector<HTMLElement>(":checked:is(input)");
      (chosen ?? form?.querySelector<HTMLElement>("input, select, textarea, button"))?.focus();
    }
    focus.current = null;
  });

  const change = (draft: Response) => {
    const now = store.record(item);
    if (!isOpen(phaseOf(item, now, mode))) return;
    say("");
    store.put(item, { ...now, draft }, "soon");
  };

  const expectFeedback = () => {
    focus.current = "feedback";
    height.current = article.current?.offsetHeight ?? 0;
  };

  const submit = (certainty: Certainty | null) => {
    const giveUp = certainty === 0 && missing !== null;
    if (missing !== null && !giveUp) {
      say(`${missing}.`);
      return;
    }
    const { draft: _, ...kept } = record;
    const attempt = { response: giveUp ? null : response, certainty, at: new Date().toISOString() };
    say("");
    expectFeedback();
    const revealed = kept.revealed || isBlank(attempt.response);
    store.put(item, { ...kept, attempts: [...kept.attempts, attempt], revealed }, "now");
  };

  const mark = (met: readonly string[]) => {
    const attempts = record.attempts.map((attempt) => ({
      ...attempt,
      response: { text: textOf(attempt.response), met },
    }));
    store.put(item, { ...record, attempts }, "now");
  };

  const retry = () => {
    focus.current = "answer";
    store.put(item, { ...record, draft: response ?? "" }, "now");
  };

  const reveal = () => {
    const { draft: _, ...kept } = record;
    expectFeedback();
    store.put(item, { ...kept, revealed: true }, "now");
  };

  const press = (event: KeyboardEvent) => {
    const certainty = phase === "answering" && !isUnmarked(item) ? certaintyKey(event) : undefined;
    if (certainty === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    submit(certainty);
  };

  const id = `${prefix}-${item.id}`;
  const asked = awaited ? painted : record;
  const question = useMemo(() => {
    const shown = phaseOf(item, asked, mode);
    return (
      <Question
        item={item}
        place={place}
        older={older && shown === "answering"}
        response={responseIn(shown, asked)}
        locked={!isOpen(shown)}
        // What the feedback shows need not stand twice.
        form={!(shown === "done" && repeatsForm(item))}
        focus={null}
        onChange={change}
        onSay={say}
      />
    );
  }, [item, place, older, asked, mode]);
  return (
    <article
      ref={article}
      class="rf-item"
      data-phase={phase}
      aria-labelledby={id}
      onKeyDown={press}
      // What stands below doesn't jump up for that frame.
      style={awaited ? { minHeight: height.current } : undefined}
    >
      {question}
      {phase === "answering" &&
        (isUnmarked(item) ? (
          <UnmarkedButton ready={missing === null} onSubmit={() => submit(null)} />
        ) : (
          <CertaintyButtons ready={missing === null} onSubmit={submit} />
        ))}
      {phase === "retrying" && (
        <p class="rf-actions">
          <button
            type="button"
            class="rf-button rf-primary"
            aria-disabled={missing === null ? undefined : true}
            onClick={() => submit(null)}
          >
            Check my answer
          </button>
          <button type="button" class="rf-button" onClick={reveal}>
            Show the answer
          </button>
        </p>
      )}
      <p class="rf-said" role="status">
        {said}
      </p>
      {!isOpen(phase) && (
        <Feedback
          item={item}
          record={record}
          kind={phase === "wrong" ? "hint" : "full"}
          whole={!awaited}
          heading={heading}
          onMet={mark}
        />
      )}
      {phase === "wrong" && (
        <p class="rf-actions">
          <button type="button" class="rf-button rf-primary" onClick={retry}>
            Try again
          </button>
          <button type="button" class="rf-button" onClick={reveal}>
            Show the answer
          </button>
        </p>
      )}
    </article>
  );
}

function isOpen(phase: Phase): boolean {
  return phase === "answering" || phase === "retrying";
}

/** What stands in the form: the answer in the making, or the last one given. */
function responseIn(phase: Phase, record: ItemRecord): Response {
  return isOpen(phase) ? (record.draft ?? null) : (record.attempts.at(-1)?.response ?? null);
}
