// Tabs (the ARIA tabs pattern): one panel shows, and paper has them all.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

/** One tab and its panel. */
export interface Tab {
  readonly name: string;
  /** Stands after the name. */
  readonly mark?: ComponentChildren;
  /** The panel's content; `labelledBy` is the id of its tab. */
  readonly content: (labelledBy: string) => ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Begins the ids of tabs and panels. */
  readonly name: string;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One tab is open; arrow keys, Home and End move among them and open what they reach. */
export function Tabs({ label, tabs, name }: Props) {
  const [chosen, choose] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const open = Math.min(chosen, tabs.length - 1);

  const press = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(open, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };

  return (
    <div class="rf-record">
      <div class="rf-tabs" role="tablist" aria-label={label} tabIndex={-1} ref={list} onKeyDown={press}>
        {tabs.map((tab, place) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${name}-tab-${place}`}
            aria-controls={`${name}-panel-${place}`}
            aria-selected={place === open}
            tabIndex={place === open ? 0 : -1}
            onClick={() => choose(place)}
          >
            {tab.name}
            {tab.mark}
          </button>
        ))}
      </div>
      {tabs.map((tab, place) => (
        <div
          key={tab.name}
          class="rf-panel"
          role="tabpanel"
          id={`${name}-panel-${place}`}
          aria-labelledby={`${name}-tab-${place}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: ARIA's tabs pattern, for a panel with nothing to press in it
          tabIndex={0}
          data-name={tab.name}
          hidden={place !== open}
        >
          {tab.content(`${name}-tab-${place}`)}
        </div>
      ))}
    </div>
  );
}
