// A table whose cells hold text and controls; a narrow screen shows it as a stack of rows.
// The roles repeat what the elements mean: WebKit forgets a table's meaning once CSS lays its parts out as blocks.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
import type { ComponentChildren } from "preact";

interface Props<T> {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly T[])[];
  /** Id of the element that names the table. */
  readonly labelledBy: string;
  readonly children: (cell: T) => ComponentChildren;
}

/** The first cell of each row is its header. */
export function CellTable<T>({ columns, cells, labelledBy, children }: Props<T>) {
  return (
    <table role="table" class="rf-cells" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cells.map(([first, ...others], row) => (
          <tr role="row" key={row}>
            <th role="rowheader" scope="row">
              {first !== undefined && children(first)}
            </th>
            {others.map((cell, place) => (
              <td role="cell" data-label={columns[place + 1]} key={place}>
                <div>{children(cell)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
