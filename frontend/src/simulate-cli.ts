// Plays runs over standard input, so that the tests can hold the browser's simulation and Python's equal.
//
// One JSON object {"case", "logs"} gives one list of {"state", "marks"}, a run each.
import { text } from "node:stream/consumers";
import type { PlayableCase } from "./simulation/case.ts";
import { marks } from "./simulation/marks.ts";
import { replay } from "./simulation/replay.ts";

const { case: patient, logs } = JSON.parse(await text(process.stdin)) as {
  case: PlayableCase;
  logs: readonly (readonly unknown[])[];
};
const played = logs.map((log) => {
  const state = replay(patient, log);
  return { state, marks: marks(patient, state) };
});
process.stdout.write(`${JSON.stringify(played)}\n`);
