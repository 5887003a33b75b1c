// Two types side by side, and what can part them.
import { useEffect } from "preact/hooks";
import { parts } from "../../clinical/sifting.ts";
import { useLab } from "../frame/use-lab.ts";
import { Cards } from "./cards.tsx";
import { Cell } from "./cell.tsx";
import { CELL_OF, type Data, type Row, rowOf, type State } from "./data.ts";
import { Select } from "./select.tsx";

const SAYS = {
  differ: "differ",
  overlap: "overlap",
  same: "alike",
  unsaid: "can’t say",
} as const;

/** Cells that marks sum up are held against each other; the others are for reading. */
export function Compare() {
  const { data, state, set, say } = useLab<Data, State>();
  const pair = Array.isArray(state.pair) ? state.pair : [];
  const [one, other] = [rowOf(data, pair[0]), rowOf(data, pair[1])];
  const options = data.rows.map(({ id, name }) => [id, name] as const);
  const apart = Object.keys(data.cells).filter((cell) => verdict(one, other, cell) === SAYS.differ);
  const words = `${one.name} and ${other.name}: ${
    apart.length === 0
      ? "nothing that this table knows parts them for certain."
      : `they differ in ${apart.map((cell) => data.cells[cell]?.toLowerCase()).join(" and ")}.`
  }`;
  useEffect(() => say(words), [words, say]);
  return (
    <div class="rf-tumours-compare">
      <div class="rf-tumours-choices">
        <Select
          name="one"
          label="One type"
          value={one.id}
          options={options}
          onChange={(id) => set({ pair: [id, other.id] })}
        />
        <Select
          name="other"
          label="Another"
          value={other.id}
          options={options}
          onChange={(id) => set({ pair: [one.id, id] })}
        />
      </div>
      <p>{words}</p>
      <Cards
        caption="Cell by cell. “Can’t say”: one of them is unknown. “Read both”: words can only be held against words."
        head={["Cell", one.name, other.name, "Side by side"]}
        rows={Object.entries(data.cells).map(([cell, name]) => ({
          key: cell,
          name,
          cells: [
            <Cell key="one" row={one} cell={cell} />,
            <Cell key="other" row={other} cell={cell} />,
            verdict(one, other, cell),
          ],
        }))}
      />
    </div>
  );
}

function verdict(one: Row, other: Row, cell: string): string {
  if (one.cells[cell] === undefined || other.cells[cell] === undefined) return SAYS.unsaid;
  const kind = Object.keys(CELL_OF).find((name) => CELL_OF[name] === cell);
  // A sign that isn't named has not been denied, so two lists of signs can't differ.
  if (kind === undefined || kind === "signs") return "read both";
  const found = parts(one.marks[kind] ?? [], other.marks[kind] ?? []);
  return found === "unsaid" ? "read both" : SAYS[found];
}
