// The table: choose, sort, and see what fits, what the table can't say, and what is usual elsewhere.
import { useEffect } from "preact/hooks";
import { type Sifted, sift } from "../../clinical/sifting.ts";
import { Choice } from "../frame/choice.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Cards } from "./cards.tsx";
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
  const table = (caption: string, those: readonly Row[]) => (
    <Cards
      caption={caption}
      head={["Type", ...cells.map((cell) => data.cells[cell] ?? cell)]}
      rows={those.map((row) => ({
        key: row.id,
        name: row.name,
        cells: cells.map((cell) => <Cell key={cell} row={row} cell={cell} />),
      }))}
    />
  );
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
      {isAsked
        ? GROUPS.map(([sifted, name, says]) => {
            const those = members(sifted);
            return (
              <details key={sifted} class="rf-folded" open={sifted === "fits"}>
                <summary>
                  {name}: {those.length} of {data.rows.length}
                </summary>
                <p class="rf-lab-note">{says}</p>
                {those.length > 0 && table(name, those)}
              </details>
            );
          })
        : table(`All ${data.rows.length} types`, rows)}
    </div>
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
