// The form of a matrix item: a table of radios, which a narrow screen shows as a stack of rows.
// The roles repeat what the elements mean: WebKit forgets a table's meaning once CSS lays its parts out as blocks.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
import type { MatrixMultipleChoice, MatrixRow } from "../../content.ts";
import { Phrase } from "../rich.tsx";
import { type AnswerProps, choicesOf } from "./props.ts";

/** One radio group per row; the response maps row ids to column headings. */
export function MatrixForm(props: AnswerProps<MatrixMultipleChoice>) {
  const { item, locked, name } = props;
  const question = `${name}-question`;
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
            <Row key={row.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function Row({
  row,
  item,
  response,
  name,
  onChange,
}: AnswerProps<MatrixMultipleChoice> & { row: MatrixRow }) {
  const choices = choicesOf(response);
  const header = `${name}-${row.id}`;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" id={header}>
        <Phrase text={row.text} plain />
      </th>
      {item.columns.map((column, place) => (
        <td role="cell" key={column}>
          <label>
            <input
              type="radio"
              name={header}
              value={column}
              checked={choices[row.id] === column}
              aria-labelledby={`${header} ${header}-${place}`}
              onChange={() => onChange({ ...choices, [row.id]: column })}
            />
            <span class="rf-cell-label" id={`${header}-${place}`}>
              {column}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
