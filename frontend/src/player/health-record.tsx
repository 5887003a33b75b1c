// A person's electronic record: tabs (the ARIA tabs pattern) of notes, or of values over time.
import { useRef, useState } from "preact/hooks";
import type { RecordTab } from "../content.ts";
import { CellTable } from "./cell-table.tsx";
import { Rich } from "./rich.tsx";

interface Props {
  readonly tabs: readonly RecordTab[];
  /** Begins the ids of tabs and panels. */
  readonly name: string;
  /** Names of tabs with something that was not there before, marked "new". */
  readonly fresh?: ReadonlySet<string>;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One tab is open; arrow keys, Home and End move among them and open what they reach. */
export function HealthRecord({ tabs, name, fresh = new Set() }: Props) {
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
      <div class="rf-tabs" role="tablist" aria-label="Record" tabIndex={-1} ref={list} onKeyDown={press}>
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
            {fresh.has(tab.name) && <span class="rf-new"> new</span>}
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
          <Content tab={tab} labelledBy={`${name}-tab-${place}`} />
        </div>
      ))}
    </div>
  );
}

function Content({ tab, labelledBy }: { readonly tab: RecordTab; readonly labelledBy: string }) {
  if (tab.table) {
    const { times, rows } = tab.table;
    return (
      <CellTable columns={["Finding", ...times]} cells={rows} labelledBy={labelledBy}>
        {(cell) => cell}
      </CellTable>
    );
  }
  return <Rich text={tab.text ?? []} />;
}
