// A person's electronic record: tabs of notes, or of values over time.
import type { RecordTab } from "../content.ts";
import { CellTable } from "./cell-table.tsx";
import { Rich } from "./rich.tsx";
import { Tabs } from "./tabs.tsx";

interface Props {
  readonly tabs: readonly RecordTab[];
  /** Begins the ids of tabs and panels. */
  readonly name: string;
  /** Names of tabs with something that was not there before, marked "new". */
  readonly fresh?: ReadonlySet<string>;
}

/** A record has one tab open at a time. */
export function HealthRecord({ tabs, name, fresh = new Set() }: Props) {
  return (
    <Tabs
      label="Record"
      name={name}
      tabs={tabs.map((tab) => ({
        name: tab.name,
        mark: fresh.has(tab.name) && <span class="rf-new"> new</span>,
        content: (labelledBy) => <Content tab={tab} labelledBy={labelledBy} />,
      }))}
    />
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
