// The table: choose, sort, and see what fits, what the table can't say, and what is usual elsewhere.
import { useEffect } from "preact/hooks";
import { type Sifted, sift } from "../../clinical/sifting.ts";
import { useSurroundings } from "../../player/context.ts";
import { Choice } from "../frame/choice.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Cell } from "./cell.tsx";
import type { Data, Row, State } from "./data.ts";
import { Select } from "./select.tsx";

/** Groups of rows, in the order in which they are shown. */
const GROUPS: readonly (readonly [Sifted, string, string])[] = [
  ["fits", "Fits", "Nothing that is known of these speaks against your choice."],
  [
    "unsaid",
    "The table can’t say",
    "A cell is unknown, or does not name what you chose: that denies nothing.",
  ],
  ["elsewhere", "Usual elsewhere", "Less likely by what the sources call usual; none is ruled out."],
];

export function Browse() {
  const { data, state, set, say } = useLab<Data, State>();
  const wanted = Object.fromEntries(data.choices.map(({ kind, key }) => [kind, String(state[key] ?? "")]));
  const isAsked = Object.values(wanted).some((value) => value !== "");
  const found = sift(data.rows, wanted);
  const rows = sorted(data, state);
  const members = (group: Sifted) => rows.filter((row) => found[data.rows.indexOf(row)] === group);
  const words = GROUPS.map(([group, name]) => `${name}: ${members(group).length}`).join(". ");
  useEffect(() => say(isAsked ? `${words}.` : `All ${data.rows.length} types.`), [words, isAsked, data, say]);
  const group = data.groups.find(({ id }) => id === state.shows) ?? data.groups[0];
  const cells = group?.cells ?? [];
  return (
    <div class="rf-tumours-browse">
      <div class="rf-tumours-choices">
        {data.choices.map(({ kind, key, label, values }) => (
          <Select
            key={kind}
            name={key}
            label={label}
            value={wanted[kind] ?? ""}
            options={[["", "any"], ...Object.entries(values)]}
            onChange={(value) => set({ [key]: value })}
          />
        ))}
        <Select
          name="sort"
          label="Sort"
          value={state.sort}
          options={Object.entries(data.sorts)}
          onChange={(sort) => set({ sort })}
        />
      </div>
      <Choice
        legend="Show"
        name="shows"
        options={data.groups.map(({ id, label }) => ({ value: id, label }))}
        value={group?.id ?? ""}
        onChange={(shows) => set({ shows })}
      />
      {isAsked ? (
        GROUPS.map(([sifted, name, says]) => {
          const those = members(sifted);
          return (
            <details key={sifted} class="rf-folded" open={sifted === "fits"}>
              <summary>
                {name}: {those.length} of {data.rows.length}
              </summary>
              <p class="rf-lab-note">{says}</p>
              {those.length > 0 && <Rows caption={name} rows={those} cells={cells} />}
            </details>
          );
        })
      ) : (
        <Rows caption={`All ${data.rows.length} types`} rows={rows} cells={cells} />
      )}
    </div>
  );
}

interface RowsProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly cells: readonly string[];
}

/** A table, or cards where it is narrow; the roles keep it a table for a screen reader when it looks like cards. */
function Rows({ caption, rows, cells }: RowsProps) {
  const { data } = useLab<Data, State>();
  const { prefix } = useSurroundings();
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` would take them away
    <table role="table" class="rf-tumours-table" aria-describedby={`${prefix}-unknown`}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Type
          </th>
          {cells.map((cell) => (
            <th key={cell} role="columnheader" scope="col">
              {data.cells[cell]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th role="rowheader" scope="row">
              {row.name}
            </th>
            {cells.map((cell) => (
              <td key={cell} role="cell" data-label={data.cells[cell]}>
                <div>
                  <Cell row={row} cell={cell} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` would take them away
  );
}

/** Rows in the order that is asked for; a tie keeps the order of the table. */
function sorted({ rows, choices }: Data, { sort }: State): readonly Row[] {
  const ages = Object.keys(choices.find(({ kind }) => kind === "ages")?.values ?? {});
  const middle = ({ marks }: Row) => {
    const known = (marks.ages ?? []).map((age) => ages.indexOf(age));
    // Rows without a known age come last.
    return known.length === 0 ? ages.length : known.reduce((sum, place) => sum + place, 0) / known.length;
  };
  if (sort === "name") return [...rows].sort((one, other) => one.name.localeCompare(other.name, "en"));
  if (sort === "age") return [...rows].sort((one, other) => middle(one) - middle(other));
  if (sort === "known") {
    return [...rows].sort((one, other) => Object.keys(other.cells).length - Object.keys(one.cells).length);
  }
  return rows;
}
