// A table that looks like cards where it is narrow.
import type { ComponentChildren } from "preact";

interface Props {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ComponentChildren;
    readonly cells: readonly ComponentChildren[];
  }[];
}

/** The roles keep it a table for a screen reader when it looks like cards: `display: block` takes them away. */
export function Cards({ caption, head, rows }: Props) {
  const [first, ...rest] = head;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" class="rf-tumours-table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {first}
          </th>
          {rest.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, name, cells }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, place) => (
              <td key={rest[place]} role="cell" data-label={rest[place]}>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
