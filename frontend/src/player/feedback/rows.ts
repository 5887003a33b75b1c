// Answers that read as a table: what was asked, what the learner said, what is right and why.
import type {
  DragAndDropCloze,
  ExtendedMatching,
  Grouping,
  Item,
  MatrixMultipleChoice,
  MatrixMultipleResponse,
  OrderedResponse,
} from "../../content.ts";
import { cellId } from "../../marking/plus-minus.ts";
import type { Part } from "../../marking/result.ts";
import type { RichText } from "../../text.ts";
import { plain } from "../words.ts";

/** The item types whose feedback is such a table. */
export type RowsItem =
  | MatrixMultipleChoice
  | MatrixMultipleResponse
  | Grouping
  | DragAndDropCloze
  | OrderedResponse
  | ExtendedMatching;

/** One line of the table. */
export interface ResultRow {
  readonly id: string;
  readonly text: RichText;
  /** What the learner chose; null for nothing. */
  readonly chosen: string | null;
  readonly right: boolean;
  readonly key: string;
  readonly why: RichText;
  readonly misconception: string | null;
}

const TYPES: readonly Item["type"][] = [
  "matrix-multiple-choice",
  "matrix-multiple-response",
  "grouping",
  "drag-and-drop-cloze",
  "ordered-response",
  "extended-matching",
] satisfies RowsItem["type"][];

/** Whether an item's feedback is a table that says all that its locked form would. */
export function isRowsItem(item: Item): item is RowsItem {
  return TYPES.includes(item.type);
}

/** What the first column of the table holds. */
export function rowName(item: RowsItem): string {
  switch (item.type) {
    case "matrix-multiple-choice":
    case "matrix-multiple-response":
      return "Row";
    case "grouping":
      return "Option";
    case "drag-and-drop-cloze":
      return "Blank";
    case "ordered-response":
      return "Position";
    case "extended-matching":
      return "Case";
  }
}

/** The lines of the table. */
export function rowsOf(item: RowsItem, parts: readonly Part[]): ResultRow[] {
  const of = (id: string) => parts.find((part) => part.id === id);
  const words = (options: readonly { id: string; text: RichText }[], id: unknown) => {
    const option = options.find((each) => each.id === id);
    return option === undefined ? null : plain(option.text);
  };
  switch (item.type) {
    case "matrix-multiple-choice":
      return item.rows.map((row) => ({ ...row, ...told(of(row.id)) }));
    case "matrix-multiple-response":
      return item.rows.map((row) => ({ ...row, ...cells(row.id, item.columns, row.key, parts) }));
    case "grouping":
      return item.options.map((option) => ({
        ...option,
        ...cells(option.id, item.groups, option.groups, parts),
      }));
    case "extended-matching":
      return item.cases.map((each) => {
        const part = of(each.id);
        return { ...each, right: part?.right === true, chosen: words(item.options, part?.chosen) };
      });
    case "ordered-response":
      return item.steps.map((step, place) => {
        const id = String(place + 1);
        const part = of(id);
        return {
          id,
          text: [[id]],
          chosen: words(item.steps, part?.chosen),
          right: part?.right === true,
          key: plain(step.text),
          why: step.why,
          misconception: null,
        };
      });
    case "drag-and-drop-cloze":
      return Object.entries(item.targets).map(([id, label]) => {
        const part = of(id);
        const key = item.tokens.find((token) => token.target === id);
        const chosen = item.tokens.find((token) => token.id === part?.chosen);
        return {
          id,
          text: [[label]],
          chosen: chosen === undefined ? null : plain(chosen.text),
          right: part?.right === true,
          key: plain(key?.text ?? []),
          why: key?.why ?? [],
          misconception: chosen?.misconception ?? null,
        };
      });
  }
}

function told(part: Part | undefined): { chosen: string | null; right: boolean } {
  return { chosen: typeof part?.chosen === "string" ? part.chosen : null, right: part?.right === true };
}

function cells(row: string, columns: readonly string[], keys: readonly string[], parts: readonly Part[]) {
  const own = columns.map((column) => ({ column, part: parts.find(({ id }) => id === cellId(row, column)) }));
  const chosen = own.filter(({ part }) => part?.chosen === true).map(({ column }) => column);
  return {
    chosen: chosen.length === 0 ? null : chosen.join(", "),
    right: own.every(({ part }) => part?.right === true),
    key: keys.length === 0 ? "None of these" : keys.join(", "),
  };
}
