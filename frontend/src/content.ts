// The content types under the names that the rest of the front end uses.
import type { CompiledQuiz } from "./generated/content.ts";

export type {
  Blank,
  CompiledQuiz,
  DropDownCloze,
  EvidenceNote,
  MatrixMultipleChoice,
  MatrixRow,
  Numeric,
  Option,
  SelectAll,
  SelectN,
  SingleBestAnswer,
} from "./generated/content.ts";

/** Any question; `type` says which. */
export type Item = CompiledQuiz["items"][number];
