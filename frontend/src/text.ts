// Prose as the build writes it: a tree, never markup, so nothing in it can become HTML.

/** A run of text, or one of the four things that prose may hold. */
export type Inline =
  | string
  | { em: Inline[] }
  | { strong: Inline[] }
  | { code: string }
  /** A citation: the register entry's id and the value to show (may be empty), already formatted. */
  | { ev: string; text: string };

/** Paragraphs, each a list of inline pieces. */
export type RichText = Inline[][];
