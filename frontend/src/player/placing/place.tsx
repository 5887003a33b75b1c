// Places for tokens: one that takes a single token, and a group that takes any number.
import { useRef } from "preact/hooks";
import type { Placing } from "./use-placing.ts";

interface Props {
  readonly placing: Placing;
  readonly place: string;
}

/** A button that holds one token; Delete clears it. */
export function Place({ placing, place }: Props) {
  const { names, placed, remove, press, words } = placing;
  const token = placed[place]?.[0];
  const clear = (event: KeyboardEvent) => {
    if (token === undefined || !isDelete(event)) return;
    event.preventDefault();
    remove(place, token);
  };
  return (
    <button
      type="button"
      class={token === undefined ? "rf-place rf-empty" : "rf-place"}
      aria-label={`${names[place]}: ${token === undefined ? "empty" : words(token)}`}
      onClick={() => press(place)}
      onKeyDown={clear}
      {...droppable(placing, place)}
    >
      {token === undefined ? names[place] : words(token)}
    </button>
  );
}

/** A button to place in, and under it what was placed, each with a button that takes it out. */
export function Group({ placing, place }: Props) {
  const { names, placed, press, remove, words } = placing;
  const button = useRef<HTMLButtonElement>(null);
  const tokens = placed[place] ?? [];
  const takeOut = (token: string) => {
    remove(place, token);
    // The button that was pressed goes away with its token.
    button.current?.focus();
  };
  return (
    <div class="rf-group" role="group" aria-label={names[place]} {...droppable(placing, place)}>
      <button type="button" class="rf-place rf-empty" ref={button} onClick={() => press(place)}>
        {names[place]} <small>({tokens.length} placed)</small>
      </button>
      {tokens.map((token) => (
        <button
          type="button"
          key={token}
          class="rf-token rf-inside"
          aria-label={`Take ${words(token)} out of ${names[place]}`}
          onClick={() => takeOut(token)}
          onKeyDown={(event) => {
            if (!isDelete(event)) return;
            event.preventDefault();
            takeOut(token);
          }}
        >
          <span>{words(token)}</span>
          <span class="rf-cross" />
        </button>
      ))}
    </div>
  );
}

function isDelete(event: KeyboardEvent): boolean {
  return event.key === "Delete" || event.key === "Backspace";
}

function droppable({ held, press }: Placing, place: string) {
  return {
    onDragOver: (event: DragEvent) => {
      if (held !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      press(place);
    },
  };
}
