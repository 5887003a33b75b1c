// The form of a matrix item: a table of radios or checkboxes, which a narrow screen shows as a stack of rows.
// The roles repeat what the elements mean: WebKit forgets a table's meaning once CSS lays its parts out as blocks.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
import type { MatrixMultipleChoice, MatrixMultipleResponse } from "../../content.ts";
import type { Response } from "../../marking/response.ts";
import type { RichText } from "../../text.ts";
import { Phrase } from "../rich.tsx";
import { type AnswerProps, choicesOf, listsOf, put } from "./props.ts";

type Matrix = MatrixMultipleChoice | MatrixMultipleResponse;

/** One group per row; the response maps row ids to a column heading, or to a list of them. */
export function MatrixForm(props: AnswerProps<Matrix>) {
  const { item, response, locked, name, onChange } = props;
  const question = `${name}-question`;
  const several = item.type === "matrix-multiple-response";
  return (
    <fieldset class="rf-matrix" disabled={locked}>
      <legend class="rf-question" id={question}>
        <Phrase text={item.lead_in} plain />
      </legend>
      <table role="table" aria-labelledby={question}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span class="rf-hidden">Row</span>
            </th>
            {item.columns.map((column) => (
              <th role="columnheader" scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {item.rows.map((row) => (
            <Row
              key={row.id}
              kind={several ? "checkbox" : "radio"}
              name={`${name}-${row.id}`}
              text={row.text}
              columns={item.columns}
              chosen={several ? (listsOf(response)[row.id] ?? []) : [choicesOf(response)[row.id] ?? ""]}
              onChoose={(column) =>
                onChange(
                  several
                    ? toggled(item.columns, response, row.id, column)
                    : { ...choicesOf(response), [row.id]: column },
                )
              }
            />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

/** The answer with one cell ticked or unticked; a row's columns keep the order of the table. */
function toggled(columns: readonly string[], response: Response, row: string, column: string): Response {
  const lists = listsOf(response);
  const ticked = lists[row] ?? [];
  const next = columns.filter((each) => ticked.includes(each) !== (each === column));
  return put(lists, row, next.length === 0 ? null : next);
}

interface RowProps {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly text: RichText;
  readonly columns: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (column: string) => void;
}

function Row({ kind, name, text, columns, chosen, onChoose }: RowProps) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row" id={name}>
        <Phrase text={text} plain />
      </th>
      {columns.map((column, place) => (
        <td role="cell" key={column}>
          <label>
            <input
              type={kind}
              name={name}
              value={column}
              checked={chosen.includes(column)}
              aria-labelledby={`${name} ${name}-${place}`}
              onChange={() => onChoose(column)}
            />
            <span class="rf-cell-label" id={`${name}-${place}`}>
              {column}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
