// A case in practice: one step at a time, looking back freely, going on once a step has an answer.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CompiledCase, Item } from "../../content.ts";
import { useSurroundings } from "../context.ts";
import { ItemView } from "../item.tsx";
import type { Mode } from "../mode.ts";
import { counted } from "../phase.ts";
import type { Store } from "../store.ts";
import { useStore } from "../use-record.ts";
import { number } from "../words.ts";
import { stepName } from "./case.ts";
import { CaseFrame } from "./case-frame.tsx";

interface Props {
  readonly study: CompiledCase;
  /** The items of its steps. */
  readonly items: readonly Item[];
  /** Place of the first of them in the quiz, from 1. */
  readonly first: number;
  readonly store: Store;
  readonly mode: Mode;
}

/** The case; it opens at the first step without an answer. */
export function CaseView({ study, items, first, store, mode }: Props) {
  useStore(store);
  const { prefix } = useSurroundings();
  const isAnswered = (item: Item) => store.record(item).attempts.length > 0;
  const [place, go] = useState(() =>
    Math.max(
      0,
      items.findIndex((item) => !isAnswered(item)),
    ),
  );
  const [said, say] = useState("");
  const moved = useRef(false);
  const item = items[place];

  useLayoutEffect(() => {
    if (moved.current && item) document.getElementById(`${prefix}-${item.id}`)?.focus();
    moved.current = false;
  }, [place]);
  if (item === undefined) return null;

  const move = (to: number) => {
    if (to > place && !isAnswered(item)) {
      say("Answer this step first, or press “No idea”.");
      return;
    }
    say("");
    moved.current = true;
    go(to);
  };
  const done = items.every(isAnswered);
  return (
    <CaseFrame at={{ study, place }}>
      <ItemView key={item.id} item={item} place={first + place} store={store} mode={mode} />
      <p class="rf-said" role="status">
        {isAnswered(item) ? "" : said}
      </p>
      <p class="rf-actions">
        {place > 0 && (
          <button type="button" class="rf-button" onClick={() => move(place - 1)}>
            Previous step
          </button>
        )}
        {place < items.length - 1 && (
          <button
            type="button"
            class="rf-button rf-primary"
            aria-disabled={isAnswered(item) ? undefined : true}
            onClick={() => move(place + 1)}
          >
            Next step
          </button>
        )}
      </p>
      {done && <StepMarks study={study} items={items} store={store} />}
    </CaseFrame>
  );
}

/** Marks per step, once every step has an answer. */
export function StepMarks({ study, items, store }: Pick<Props, "study" | "items" | "store">) {
  const rows = items.map((item) => counted(item, store.record(item))?.marked);
  return (
    <table class="rf-table">
      <caption>Marks for each step</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Marks</th>
        </tr>
      </thead>
      <tbody>
        {study.steps.map((step, place) => (
          <tr key={step.item}>
            <th scope="row">{stepName(step)}</th>
            <td>
              {number(rows[place]?.earned ?? 0)} of {rows[place]?.max}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
