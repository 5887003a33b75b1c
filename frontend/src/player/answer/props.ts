// What every answer form is given.
import type { Item } from "../../content.ts";
import type { Choices, Lists, Response } from "../../marking/response.ts";

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
export function choicesOf(response: Response): Choices {
  return isMapping(response) ? (response as Choices) : {};
}

/** The lists made so far, for a form of rows or groups that take several. */
export function listsOf(response: Response): Lists {
  return isMapping(response) ? (response as Lists) : {};
}

/** The options ticked so far. */
export function picksOf(response: Response): readonly string[] {
  if (typeof response === "string") return [response];
  return Array.isArray(response) ? response : [];
}

/** The same mapping without a name or with a new value for it. */
export function put<T>(
  mapping: Readonly<Record<string, T>>,
  name: string,
  value: T | null,
): Record<string, T> {
  const { [name]: _, ...others } = mapping;
  return value === null ? others : { ...others, [name]: value };
}

function isMapping(response: Response): response is Choices | Lists {
  return typeof response === "object" && response !== null && !Array.isArray(response);
}
