// Small items for tests.
import type { Numeric, ScriptConcordance, SelectN, SingleBestAnswer } from "../src/content.ts";

function options(letters: string, key: string) {
  return [...letters].map((id) => ({
    id,
    text: [[id]],
    correct: key.includes(id),
    why: [[`because ${id}`]],
  }));
}

/** Three options, b is right. */
export const sba: SingleBestAnswer = {
  id: "sba",
  type: "single-best-answer",
  hash: "aaaaaaaaaaaa",
  objective: "weigh",
  level: "apply",
  stem: [["Maria has back pain."]],
  lead_in: [["What now?"]],
  options: options("abc", "b"),
  take_home: [["Ask."]],
  evidence: ["X-1"],
  reviewed: "2026-11-01",
};

/** Two of five. */
export const selectN: SelectN = {
  ...sba,
  id: "select-n",
  type: "select-n",
  n: 2,
  options: options("abcde", "ab"),
};

const { options: _, ...shared } = sba;

/** Right from 12 to 14. */
export const numeric: Numeric = {
  ...shared,
  id: "numeric",
  type: "numeric",
  hash: "bbbbbbbbbbbb",
  label: "share",
  unit: "%",
  value: 13,
  low: 12,
  high: 14,
  why: [["Work it out."]],
  wrong: [{ low: 15, high: 16, why: [["No."]], misconception: "Multiplying." }],
  otherwise: [["Odds first."]],
};

/** Most of the panel say +1, and fewer +2. */
export const panel: ScriptConcordance = {
  ...shared,
  id: "panel",
  type: "script-concordance",
  hypothesis: [["strain"]],
  finding: [["night pain"]],
  direction: "more",
  reasoning: [["Because."]],
  panel: { counts: [0, 0, 2, 7, 5], source: "none", citation: "" },
};
