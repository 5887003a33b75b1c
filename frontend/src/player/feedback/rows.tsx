// Full feedback as a table: each row with the learner's answer, the right one and the reason.
// The roles repeat what the elements mean: WebKit forgets a table's meaning once CSS lays its parts out as blocks.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
import type { Part } from "../../marking/result.ts";
import { Phrase } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { Explanation, Misconception } from "./explanation.tsx";
import { Folded } from "./folded.tsx";
import { type ResultRow, type RowsItem, rowName, rowsOf } from "./rows.ts";

interface Props {
  readonly item: RowsItem;
  readonly parts: readonly Part[];
}

/** A table, stacked on a narrow screen, and what else there is to say of the options. */
export function RowsFeedback({ item, parts }: Props) {
  return (
    <>
      <table role="table" class="rf-results" aria-label="Each row with its answer">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {rowName(item)}
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
          {rowsOf(item, parts).map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <Rest item={item} />
    </>
  );
}

function Row({ row }: { readonly row: ResultRow }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Phrase text={row.text} />
      </th>
      <td role="cell" data-label="Your answer">
        <span class="rf-chosen">
          <Sign verdict={row.right ? "right" : "wrong"} />
          <span>
            {row.chosen ?? "No answer"}
            <span class="rf-says">{row.right ? " (right)" : " (not right)"}</span>
          </span>
        </span>
      </td>
      <td role="cell" data-label="Right answer and why">
        <b>{row.key}</b>
        <Explanation
          why={row.why}
          misconception={row.right || row.chosen === null ? null : row.misconception}
        />
      </td>
    </tr>
  );
}

/** The options that no row of the table speaks of. */
function Rest({ item }: { readonly item: RowsItem }) {
  if (item.type === "drag-and-drop-cloze") {
    return (
      <Folded title="What belonged nowhere">
        {item.tokens
          .filter((token) => token.target === undefined)
          .map((token) => (
            <div class="rf-note rf-note-none" key={token.id}>
              <p class="rf-note-option">
                <Phrase text={token.text} />
              </p>
              <Explanation why={token.why} misconception={token.misconception} />
            </div>
          ))}
      </Folded>
    );
  }
  if (item.type === "extended-matching") {
    return (
      <Folded title="What each option would fit">
        {item.options.map((option) => (
          <div class="rf-note rf-note-none" key={option.id}>
            <p class="rf-note-option">
              <span class="rf-letter">{option.id.toUpperCase()}</span> <Phrase text={option.text} />
            </p>
            <Explanation why={option.fits} />
          </div>
        ))}
      </Folded>
    );
  }
  return null;
}

/** The wrong rows without their key; a row's reason names it, so it waits for the full feedback. */
export function RowsHint({ item, parts }: Props) {
  return (
    <>
      {rowsOf(item, parts)
        .filter((row) => !row.right)
        .map((row) => (
          <div class="rf-note rf-note-wrong" key={row.id}>
            <p class="rf-note-head">
              <Sign verdict="wrong" />
              <span class="rf-note-says">Not right: {row.chosen ?? "no answer"}</span>
            </p>
            <p class="rf-note-option">
              {item.type === "ordered-response" && "Position "}
              <Phrase text={row.text} />
            </p>
            <Misconception idea={row.chosen === null ? null : row.misconception} />
          </div>
        ))}
    </>
  );
}
