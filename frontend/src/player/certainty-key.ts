// The keys 1, 2, 3 and 0 as short cuts for the certainty buttons.
import type { Certainty } from "../marking/certainty.ts";

const KEYS: Readonly<Record<string, Certainty>> = { "0": 0, "1": 1, "2": 2, "3": 3 };
const TYPING = "input[type=text], select, textarea, [contenteditable]";

/** The certainty that a key press stands for; none while the learner types or holds a modifier (WCAG 2.1.4). */
export function certaintyKey(event: KeyboardEvent): Certainty | undefined {
  const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
  if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return undefined;
  return KEYS[event.key];
}
