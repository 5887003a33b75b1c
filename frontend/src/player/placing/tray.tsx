// The tokens of a select-then-place form, and the region around tokens and places.
import type { ComponentChildren } from "preact";
import { Phrase } from "../rich.tsx";
import type { Placing } from "./use-placing.ts";

/** Tokens as toggle buttons; a placed one stays, so that nothing jumps and it can be moved from here too. */
export function Tray({ placing, label }: { readonly placing: Placing; readonly label: string }) {
  const { tokens, placed, names, held, locked, hold } = placing;
  return (
    <div class="rf-tray" role="group" aria-label={label}>
      {tokens.map((token) => {
        const places = Object.keys(placed).filter((place) => placed[place]?.includes(token.id));
        return (
          <button
            type="button"
            key={token.id}
            class={places.length > 0 ? "rf-token rf-used" : "rf-token"}
            aria-pressed={held === token.id}
            draggable={!locked}
            onDragStart={(event) => {
              event.dataTransfer?.setData("text/plain", token.id);
              if (held !== token.id) hold(token.id);
            }}
            onClick={() => hold(token.id)}
          >
            <Phrase text={token.text} plain />
            {places.length > 0 && (
              <span class="rf-hidden"> (placed in {places.map((place) => names[place]).join(" and ")})</span>
            )}
          </button>
        );
      })}
    </div>
  );
}

/** What tokens and places stand in: Escape lets go of a token, and what happened is said aloud. */
export function PlacingArea({
  placing,
  children,
}: {
  readonly placing: Placing;
  readonly children: ComponentChildren;
}) {
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || placing.held === null) return;
    event.stopPropagation();
    placing.hold(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the buttons inside
    <div class="rf-placing" data-held={placing.held !== null} onKeyDown={letGo}>
      {children}
      <p class="rf-hidden" role="status">
        {placing.told}
      </p>
    </div>
  );
}
