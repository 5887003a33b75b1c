// Select, then place: the one way to put tokens into places, by keyboard, touch, mouse, and dragging as an extra.
import { useState } from "preact/hooks";
import type { RichText } from "../../text.ts";
import { plain } from "../words.ts";

/** Something to place. */
export interface Placeable {
  readonly id: string;
  readonly text: RichText;
}

/** Place to the tokens in it. */
export type Placed = Readonly<Record<string, readonly string[]>>;

interface Settings {
  readonly tokens: readonly Placeable[];
  /** What each place is called, such as "Action 2 of 2". */
  readonly names: Readonly<Record<string, string>>;
  readonly placed: Placed;
  /** Whether a place takes any number of tokens and a token can stand in several; else one of each. */
  readonly many: boolean;
  readonly locked: boolean;
  readonly onChange: (placed: Placed) => void;
  /** Says, on screen and aloud, why something is not possible; "" when that is over. */
  readonly onSay: (message: string) => void;
}

/** What trays and places need to draw themselves and to act. */
export interface Placing extends Settings {
  /** The token that was selected and waits for its place. */
  readonly held: string | null;
  /** What just happened, for a live region. */
  readonly told: string;
  /** Selects a token, or lets go of it. */
  readonly hold: (token: string | null) => void;
  /** Presses a place: puts the selected token there, or takes out what is there to move it. */
  readonly press: (place: string) => void;
  /** Takes a token out of a place. */
  readonly remove: (place: string, token: string) => void;
  /** The words of a token. */
  readonly words: (token: string) => string;
}

/** The state of one set of tokens and places. */
export function usePlacing(settings: Settings): Placing {
  const { tokens, names, placed, many, locked, onChange, onSay } = settings;
  const [waiting, setHeld] = useState<string | null>(null);
  // A form can lock while a token waits for its place.
  const held = locked ? null : waiting;
  const [told, tell] = useState("");
  const words = (id: string) => plain(tokens.find((token) => token.id === id)?.text ?? []);
  const name = (place: string) => names[place] ?? place;

  const hold = (token: string | null) => {
    onSay("");
    if (token !== null && token !== held) tell(`${words(token)} selected. Now choose its place.`);
    else if (held !== null) tell(`${words(held)} no longer selected.`);
    setHeld(token === held ? null : token);
  };

  const take = (place: string, token: string): Placed =>
    tidy({ ...placed, [place]: (placed[place] ?? []).filter((other) => other !== token) });

  const remove = (place: string, token: string) => {
    onChange(take(place, token));
    tell(`${words(token)} taken out of ${name(place)}.`);
  };

  const press = (place: string) => {
    const here = placed[place] ?? [];
    if (held === null) {
      const [token] = here;
      if (many || token === undefined) {
        onSay("First select what to place, then press its place.");
        return;
      }
      onChange(take(place, token));
      setHeld(token);
      tell(`${words(token)} taken out of ${name(place)} and selected. Now choose its place.`);
      return;
    }
    setHeld(null);
    const before = many ? here.filter((token) => token !== held) : [];
    const others = many
      ? placed
      : Object.fromEntries(
          Object.entries(placed).map(([at, list]) => [at, list.filter((token) => token !== held)]),
        );
    onChange(tidy({ ...others, [place]: [...before, held] }));
    const back = many ? undefined : here.find((token) => token !== held);
    tell(
      `${words(held)} placed in ${name(place)}.${back === undefined ? "" : ` ${words(back)} is back in the list.`}`,
    );
  };

  return { ...settings, held, told, hold, press, remove, words };
}

/** Drops places that hold nothing. */
function tidy(placed: Placed): Placed {
  return Object.fromEntries(Object.entries(placed).filter(([, tokens]) => tokens.length > 0));
}
