// The table behind a picture.
import type { ComponentChildren } from "preact";

interface Props {
  readonly caption: string;
  readonly head: readonly ComponentChildren[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** Scrolls by itself on a narrow screen, by keyboard too. */
export function DataTable({ caption, head, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus to scroll by keyboard
    <div class="rf-lab-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="rf-lab-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, place) => (
              <th key={place} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], place) => (
            <tr key={place}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
