// A question of an exercise, as redflags/release/questions.py writes it.
import type { Item } from "../../content.ts";
import { problem } from "../../marking/problem.ts";
import type { Response } from "../../marking/response.ts";
import type { RichText } from "../../text.ts";
import { isBlank } from "../phase.ts";
import { isReadable } from "../record.ts";

/** An item without its key, or a text to write. */
export type Question =
  | { readonly id: string; readonly kind: "item"; readonly points: number; readonly item: Item }
  | {
      readonly id: string;
      readonly kind: "text";
      readonly points: number;
      readonly asks: RichText;
      readonly words: number;
    };

/** What an answer lacks, as a sentence without its full stop; null if nothing. */
export function lacks(question: Question, response: Response): string | null {
  if (isBlank(response)) return "Not answered yet";
  return question.kind === "item" ? problem(question.item, response) : null;
}

/** An answer as the kernel keeps it, if the form can show it. */
export function shown(question: Question, raw: unknown): Response {
  if (raw === null || raw === undefined) return null;
  // What is typed may be on its way to an answer.
  if (question.kind === "text" || question.item.type === "numeric")
    return typeof raw === "string" ? raw : null;
  return isReadable(question.item, raw) ? (raw as Response) : null;
}

/** Words as redflags/exercises/responses.py counts them. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
