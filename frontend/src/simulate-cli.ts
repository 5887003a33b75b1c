// Plays runs over standard input, so that the tests can hold the browser's simulation and Python's equal.
//
// One JSON object {"case", "logs", "what_ifs"} gives {"runs": a list of {"state", "marks"}, a run each, and
// "what_ifs": the state in which each story ends}.
import { text } from "node:stream/consumers";
import type { PlayableCase } from "./simulation/case.ts";
import { counterfactual } from "./simulation/counterfactual.ts";
import { marks } from "./simulation/marks.ts";
import { replay } from "./simulation/replay.ts";
import type { Log } from "./simulation/state.ts";

interface WhatIf {
  readonly log: Log;
  readonly action: string;
  readonly hours: number;
}

const given = JSON.parse(await text(process.stdin)) as {
  case: PlayableCase;
  logs: readonly (readonly unknown[])[];
  what_ifs: readonly WhatIf[];
};
const runs = given.logs.map((log) => {
  const state = replay(given.case, log);
  return { state, marks: marks(given.case, state) };
});
const whatIfs = given.what_ifs.map(({ log, action, hours }) =>
  counterfactual(given.case, log, action, hours),
);
process.stdout.write(`${JSON.stringify({ runs, what_ifs: whatIfs })}\n`);
