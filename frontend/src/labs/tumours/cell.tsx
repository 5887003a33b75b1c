// A cell of the table: what it says with its citations, or that it is unknown, and why.
import { Phrase } from "../../player/rich.tsx";
import type { Row } from "./data.ts";

/** Nothing is ever filled in for a cell that nobody read a source for. */
export function Cell({ row, cell }: { readonly row: Row; readonly cell: string }) {
  const text = row.cells[cell];
  const remark = row.remarks[cell];
  if (text === undefined) return <em class="rf-unknown">unknown: {remark ?? "no source read"}</em>;
  return (
    <>
      <Phrase text={text} />
      {remark && <em class="rf-unknown"> (not known: {remark})</em>}
    </>
  );
}
