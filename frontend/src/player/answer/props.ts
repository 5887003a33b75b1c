// What every answer form is given.
import type { Item } from "../../content.ts";
import type { Response } from "../../marking/response.ts";

/** Properties of the form of one item type. */
export interface AnswerProps<T extends Item> {
  readonly item: T;
  readonly response: Response;
  readonly locked: boolean;
  /** Begins the names and ids of the form's controls. */
  readonly name: string;
  readonly onChange: (response: Response) => void;
  /** Tells the learner something that just happened, on screen and aloud. */
  readonly onSay: (message: string) => void;
}

/** The choices made so far, for a form of named places. */
export function choicesOf(response: Response): Readonly<Record<string, string>> {
  return typeof response === "object" && response !== null && !Array.isArray(response)
    ? (response as Readonly<Record<string, string>>)
    : {};
}

/** The options ticked so far. */
export function picksOf(response: Response): readonly string[] {
  if (typeof response === "string") return [response];
  return Array.isArray(response) ? response : [];
}
