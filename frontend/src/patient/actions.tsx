// What can be ordered: a search, the kinds, and the acts as buttons.
import type { Ref } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { plural } from "../player/words.ts";
import type { Action, Kind, PlayableCase } from "../simulation/case.ts";
import { useSame } from "./same.ts";
import { found, ORDER } from "./search.ts";
import { duration } from "./time.ts";
import { KINDS } from "./words.ts";

interface Props {
  readonly patient: PlayableCase;
  /** Act to how often it was ordered. */
  readonly done: Readonly<Record<string, number>>;
  readonly onOrder: (action: Action) => void;
  readonly focus: Ref<HTMLHeadingElement>;
}

/** Arrow keys go from the search into the list, along it, and back; Enter in the search orders the first that fits. */
export function Actions({ patient, done, onOrder, focus }: Props) {
  const { prefix, level } = useSurroundings();
  const [words, search] = useState("");
  const [kind, choose] = useState<Kind | null>(null);
  const [last, remember] = useState<Action | null>(null);
  const list = useMemo(() => found(patient.actions, words, kind), [patient, words, kind]);
  const same = useSame();
  const first = words.trim() === "" ? undefined : list[0];
  // One stop of the Tab key for the whole list: arrow keys go on from there.
  const stop = last !== null && list.includes(last) ? last : list[0];
  const id = `${prefix}-acts`;

  const keys = (event: KeyboardEvent) => {
    const stops = [
      ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[type=search], .rf-pt-act"),
    ];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    // In the search, Home and End belong to the text.
    const inList = at > 0;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...(inList && { Home: 1, End: stops.length - 1 }) }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      stops[Math.min(stops.length - 1, Math.max(0, to))]?.focus();
    } else if (event.key === "Enter" && !inList && first !== undefined) {
      event.preventDefault();
      onOrder(first);
      (event.target as HTMLInputElement).select();
    } else if (event.key === "Escape" && words !== "") {
      event.preventDefault();
      search("");
      stops[0]?.focus();
    }
  };

  return (
    <section class="rf-pt-panel rf-pt-acts" aria-labelledby={id} onKeyDown={keys}>
      <div class="rf-pt-top">
        <Heading level={level + 1} id={id} class="rf-pt-title" focus={focus}>
          Ask and order
        </Heading>
        <input
          type="search"
          aria-label="Search what can be done"
          aria-describedby={`${id}-hint`}
          placeholder="Search"
          autocomplete="off"
          value={words}
          onInput={(event) => search(event.currentTarget.value)}
        />
        <p class="rf-pt-hint" id={`${id}-hint`} role="status">
          {first ? (
            <>
              <kbd>Enter</kbd> orders: {first.label}
            </>
          ) : words.trim() === "" ? (
            plural(list.length, "act")
          ) : (
            "Nothing fits. Try another word."
          )}
        </p>
        <div class="rf-pt-kinds" role="group" aria-label="Show one kind">
          {ORDER.map((each) => (
            <button
              type="button"
              key={each}
              aria-pressed={kind === each}
              onClick={() => choose(kind === each ? null : each)}
            >
              {KINDS[each]}
            </button>
          ))}
        </div>
      </div>
      <div class="rf-pt-scroll">
        {ORDER.map((each) => {
          const own = list.filter((action) => action.kind === each);
          if (own.length === 0) return null;
          return (
            <div key={each} role="group" aria-label={KINDS[each]}>
              <p class="rf-pt-kind" aria-hidden="true">
                {KINDS[each]}
              </p>
              <ul>
                {own.map((action) => {
                  const times = done[action.id] ?? 0;
                  return same(action.id, [times, action === first, action === stop], () => (
                    <li key={action.id}>
                      <Act
                        action={action}
                        isFirst={action === first}
                        isStop={action === stop}
                        times={times}
                        onOrder={() => onOrder(action)}
                        onFocus={() => remember(action)}
                      />
                    </li>
                  ));
                })}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

interface ActProps {
  readonly action: Action;
  readonly isFirst: boolean;
  readonly isStop: boolean;
  readonly times: number;
  readonly onOrder: () => void;
  readonly onFocus: () => void;
}

function Act({ action, isFirst, isStop, times, onOrder, onFocus }: ActProps) {
  const { label, minutes, delay, cost, again } = action;
  const over = times > 0 && !again;
  return (
    <button
      type="button"
      class={isFirst ? "rf-pt-act rf-pt-first" : "rf-pt-act"}
      // Still to be reached and read, so that nothing jumps under the keyboard.
      aria-disabled={over}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onOrder}
    >
      <span class="rf-pt-label">{label}</span>
      <small>
        {times > 0 && <span class="rf-pt-done">{times > 1 ? `done ${times} times` : "done"} · </span>}
        {duration(minutes)}
        {delay > 0 && `, result ${duration(delay)} later`}
        {cost > 0 && ` · cost ${cost} of 3`}
      </small>
    </button>
  );
}
