// +/- per column, floor 0 in each, summed (NCSBN, NGN scoring: +/-; the floor per column: docs/marking.md).
import type { MatrixMultipleResponse } from "../content.ts";
import { markColumns } from "./plus-minus.ts";
import { asLists } from "./response.ts";
import type { Mark } from "./result.ts";

/** Reads what was answered, or throws; needs nothing of the key. */
export function readMatrixMultipleResponse(
  item: MatrixMultipleResponse,
  response: unknown,
): ReadonlyMap<string, ReadonlySet<string>> {
  return asLists(new Map(item.rows.map((row) => [row.id, item.columns])), response);
}

/** Marks a mapping of row id to a list of column headings; a missing row has none ticked. */
export function markMatrixMultipleResponse(item: MatrixMultipleResponse, response: unknown): Mark {
  const ticked = readMatrixMultipleResponse(item, response);
  const columns = item.columns.map((name) => ({
    name,
    rows: item.rows.map((row) => ({ id: row.id, correct: row.key.includes(name) })),
  }));
  return markColumns(columns, (row, column) => ticked.get(row)?.has(column) === true);
}
