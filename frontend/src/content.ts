// The content types under the names that the rest of the front end uses.
import type { CompiledQuiz } from "./generated/content.ts";

export type {
  Blank,
  BlankSegment,
  BowTie,
  ClozeToken,
  CompiledCase,
  CompiledQuiz,
  CompiledStep,
  DragAndDropCloze,
  DropDownCloze,
  DropDownTable,
  EvidenceNote,
  ExtendedMatching,
  FreeText,
  Grouping,
  HighlightTable,
  HighlightText,
  ImageHotspot,
  KeyFeature,
  KeyFeatureOption,
  MatrixMultipleChoice,
  MatrixMultipleResponse,
  MatrixRow,
  MultiRow,
  Numeric,
  Option,
  OrderedResponse,
  Panel,
  Rationale,
  RecordTab,
  RecordTable,
  Region,
  ScriptConcordance,
  SelectAll,
  SelectN,
  SingleBestAnswer,
  SpanSegment,
  Token,
} from "./generated/content.ts";

/**
 * Any question; `type` says which.
 *
 * A question of a marked quiz is one without its key and reasons (redflags/keyless.py), whatever this type says: there
 * the player is an exam that tells nothing, and only forms and `read` touch it.
 */
export type Item = CompiledQuiz["items"][number];
