// The content types under the names that the rest of the front end uses.
import type { CompiledQuiz } from "./generated/content.ts";

export type {
  Blank,
  BlankSegment,
  BowTie,
  ClozeToken,
  CompiledQuiz,
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

/** Any question; `type` says which. */
export type Item = CompiledQuiz["items"][number];
