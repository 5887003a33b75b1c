// Certainty-based marking (Gardner-Medwin): a mark for knowing how well you know.

/** 0 is "no idea"; 1, 2 and 3 rise. */
export type Certainty = 0 | 1 | 2 | 3;

const RIGHT = [0, 1, 2, 3] as const;
const WRONG = [0, 0, -2, -6] as const;

/**
 * The certainty mark of an answer that earned `fraction` (0 to 1) of its marks.
 *
 * A partly right answer earns its fraction of the mark for right; only an answer that earned nothing loses marks.
 */
export function certaintyMark(fraction: number, certainty: Certainty): number {
  return fraction > 0 ? fraction * RIGHT[certainty] : WRONG[certainty];
}

/**
 * Accuracy with a bonus or malus for knowing how well one knows.
 *
 * `accuracy` and `meanMark` are means over the answers, 0 to 1 and -6 to 3. The comparison is the best mark that
 * somebody of the same accuracy would earn with one certainty for every answer: p, 4p - 2 or 9p - 6.
 */
export function certaintyAccuracy(accuracy: number, meanMark: number): number {
  const uniform = Math.max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6);
  return accuracy + 0.1 * (meanMark - uniform);
}
