// Full feedback on a matrix: each row with the learner's column, the right one and the reason.
// The roles repeat what the elements mean: WebKit forgets a table's meaning once CSS lays its parts out as blocks.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
import type { MatrixMultipleChoice } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { Phrase } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { Explanation } from "./explanation.tsx";

interface Props {
  readonly item: MatrixMultipleChoice;
  readonly parts: readonly Part[];
}

/** A table, stacked on a narrow screen. */
export function MatrixFeedback({ item, parts }: Props) {
  return (
    <table role="table" class="rf-results" aria-label="Each row with its answer">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Row
          </th>
          <th role="columnheader" scope="col">
            Your answer
          </th>
          <th role="columnheader" scope="col">
            Right answer and why
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {item.rows.map((row) => {
          const part = parts.find(({ id }) => id === row.id);
          const right = part?.right === true;
          return (
            <tr role="row" key={row.id}>
              <th role="rowheader" scope="row">
                <Phrase text={row.text} />
              </th>
              <td role="cell" data-label="Your answer">
                <span class="rf-chosen">
                  <Sign verdict={right ? "right" : "wrong"} />
                  <span>
                    {part?.chosen ?? "No answer"}
                    <span class="rf-says">{right ? " (right)" : " (not right)"}</span>
                  </span>
                </span>
              </td>
              <td role="cell" data-label="Right answer and why">
                <b>{row.key}</b>
                <Explanation
                  why={row.why}
                  misconception={right || !part?.chosen ? null : row.misconception}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
