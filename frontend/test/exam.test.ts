// An exam's session and time, a case's record, and what certainty says of itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompiledCase } from "../src/content.ts";
import { type Level, levels, meaning } from "../src/player/calibration.ts";
import { recordAt } from "../src/player/case/case.ts";
import { begin, readSession } from "../src/player/exam/session.ts";
import { announcement, left, words } from "../src/player/exam/time.ts";
import type { Outcome } from "../src/player/tally.ts";
import { sba } from "./sample.ts";

const START = new Date("2026-11-21T10:00:00.000Z");
const MINUTE = 60_000;
const at = (minutes: number) => START.getTime() + minutes * MINUTE;

test("a session is found again as it was stored", () => {
  const session = { ...begin(30, START), place: 3, clock: false };
  assert.deepEqual(readSession(JSON.parse(JSON.stringify(session)), 12), session);
});

test("what is no session is none, and what is wrong in one is mended", () => {
  for (const raw of [undefined, null, 7, "x", [], {}, { started: 7 }, { started: "soon" }]) {
    assert.equal(readSession(raw, 12), null, JSON.stringify(raw));
  }
  const odd = { started: START.toISOString(), minutes: -1, place: 99, submitted: 7, clock: "no" };
  assert.deepEqual(readSession(odd, 12), { ...begin(null, START) });
});

test("time runs from the stored start; a clock that was set back gives the whole time and no more", () => {
  const session = begin(30, START);
  assert.equal(left(session, at(10)), 20 * MINUTE);
  assert.equal(left(session, at(-600)), 30 * MINUTE);
  assert.equal((left(session, at(60 * 24 * 365)) as number) < 0, true);
  assert.equal(left({ ...session, minutes: null }, at(10)), null);
});

test("half, five minutes and one minute are said once, when they pass", () => {
  const said: string[] = [];
  let before: number | null = null;
  for (let second = 0; second <= 30 * 60; second++) {
    const now = 30 * MINUTE - second * 1000;
    const says = announcement(30, before, now);
    if (says !== "") said.push(`${now / MINUTE}: ${says}`);
    before = now;
  }
  assert.deepEqual(said, [
    "15: Half of the time has gone: 15 minutes left.",
    "5: 5 minutes left.",
    "1: 1 minute left. You can take more time.",
  ]);
  // A page that opens near the end, or after it, offers more time at once.
  assert.equal(announcement(30, null, 30_000), "30 seconds left. You can take more time.");
  assert.equal(announcement(30, null, -MINUTE), "The time is over. You can take more time.");
  assert.equal(announcement(30, null, 10 * MINUTE), "");
});

test("minutes are counted up, so that no time seems lost, and seconds only at the end", () => {
  assert.deepEqual(
    [29.2, 1.1, 1, 0.5, 0.01, 0, -3].map((minutes) => words(minutes * MINUTE)),
    [
      "30 minutes left",
      "2 minutes left",
      "1 minute left",
      "30 seconds left",
      "10 seconds left",
      "The time is over",
      "The time is over",
    ],
  );
});

const tab = (name: string, text: string) => ({ name, text: [[text]] });
const table = (times: string[], rows: string[][]) => ({ name: "Signs", table: { times, rows } });
const step = (...adds: CompiledCase["record"]) => ({ step: "take-action" as const, item: "x", adds });
const study: CompiledCase = {
  id: "c",
  title: "C",
  header: { age: "58", sex: "woman", setting: "ward" },
  record: [
    tab("Notes", "One."),
    table(
      ["20:00"],
      [
        ["Pulse", "84"],
        ["Heat", "37"],
      ],
    ),
  ],
  steps: [
    step(),
    step(tab("Notes", "Two."), tab("Scan", "Full.")),
    step(table(["23:00"], [["Pulse", "92"]])),
  ],
};

test("a record grows from step to step, and only what came last is new", () => {
  assert.deepEqual(recordAt({ study, place: 0 }), { tabs: study.record, fresh: new Set() });
  const second = recordAt({ study, place: 1 });
  assert.deepEqual([...second.fresh], ["Notes", "Scan"]);
  assert.deepEqual(second.tabs[0]?.text, [["One."], [{ strong: ["New:"] }, " ", "Two."]]);
  assert.deepEqual(
    second.tabs.map(({ name }) => name),
    ["Notes", "Signs", "Scan"],
  );
  const third = recordAt({ study, place: 2 });
  assert.deepEqual([...third.fresh], ["Signs"]);
  assert.deepEqual(third.tabs[0]?.text, [["One."], ["Two."]]);
  assert.deepEqual(third.tabs[1]?.table, {
    times: ["20:00", "23:00 (new)"],
    rows: [
      ["Pulse", "84", "92"],
      ["Heat", "37", "–"],
    ],
  });
  assert.equal(study.record[1]?.table?.times.length, 1, "the case itself stays as it was");
});

const outcome = (certainty: Outcome["certainty"], fraction: number): Outcome => ({
  item: sba,
  place: 1,
  certainty,
  fraction,
});

test("each certainty has its count and its mean; no idea and none stated have none", () => {
  const found = levels([outcome(3, 1), outcome(3, 0.5), outcome(1, 0), outcome(0, 0), outcome(null, 1)]);
  assert.deepEqual(
    found.map(({ certainty, count, mean }) => [certainty, count, mean]),
    [
      [1, 1, 0],
      [2, 0, null],
      [3, 2, 0.75],
    ],
  );
});

test("the sentence names overconfidence first, then doubt without need, and says when answers are few", () => {
  const mean = (...means: (number | null)[]): Level[] =>
    levels([]).map((level, place) => ({
      ...level,
      mean: means[place] ?? null,
      count: means[place] === null ? 0 : 9,
    }));
  assert.match(
    meaning(mean(0.9, 0.7, 0.5)),
    /^Where you said more than 80\u00a0%, you were right 50\u00a0%.*surer/,
  );
  assert.match(
    meaning(mean(0.9, 0.7, 0.9)),
    /^Where you said less than 67\u00a0%.*know more than you thought\.$/,
  );
  assert.match(meaning(mean(0.5, 0.7, 0.9)), /about as often right/);
  assert.match(meaning(mean(0.5, null, null)), /few answers/);
});
