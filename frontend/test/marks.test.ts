// What a run earns, each mark once, by the printed rubric.
import assert from "node:assert/strict";
import { test } from "node:test";
import { marks } from "../src/simulation/marks.ts";
import { rankOverlap } from "../src/simulation/rank-overlap.ts";
import { brier, referenceAt } from "../src/simulation/reference.ts";
import { replay } from "../src/simulation/replay.ts";
import { bad, good, order, patient, stage } from "./patient.ts";

const near = (value: number | null | undefined, wanted: number) =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) < 0.0005, `${value} is not ${wanted}`);

test("a good run earns all that it did", () => {
  const earned = marks(patient, replay(patient, good));
  // All but nothing: 2 (legs, scan, call, transfer) and 1 (cancer, steroid) of the same.
  assert.equal(earned.thoroughness, 1);
  assert.equal(earned.efficiency, 1);
  assert.equal(earned.timeliness, 1);
  assert.deepEqual([earned.harm, earned.harmless, earned.safety], [0, 1, "passed"]);
  assert.deepEqual([earned.lead_before, earned.lead_after, earned.neuro], [1, 1, "D"]);
  assert.deepEqual([earned.minutes, earned.cost, earned.radiation], [90, 3, [0, 0]]);
});

test("a careless run fails, and harm counts each time", () => {
  const earned = marks(patient, replay(patient, bad));
  assert.deepEqual([earned.thoroughness, earned.efficiency, earned.timeliness], [0, 0, 0]);
  // Two massages (the first only asked for the bedside), and home.
  assert.deepEqual([earned.harm, earned.harmless, earned.safety], [3, 0, "failed"]);
  assert.deepEqual([earned.lead_before, earned.lead_after, earned.neuro], [0, 0, "B"]);
});

test("nothing done is nothing to be efficient in, and a neutral act counts against nobody", () => {
  assert.equal(marks(patient, replay(patient, [stage("opening")])).efficiency, null);
  assert.equal(marks(patient, replay(patient, [stage("opening"), order("tea")])).efficiency, null);
});

test("an act that came late is worth what it was worth then", () => {
  const late = [stage("opening"), { do: "wait", minutes: 130 }, order("test-legs")];
  near(marks(patient, replay(patient, late)).thoroughness, 1 / 10);
});

test("what was ordered costs, though its result came too late to count", () => {
  const run = [stage("opening"), order("film"), stage("bedside"), order("film")];
  const earned = marks(patient, replay(patient, run));
  assert.deepEqual([earned.cost, earned.radiation, earned.efficiency], [1, [1, 2], null]);
});

test("rankings are compared as rank-biased overlap, extrapolated", () => {
  assert.equal(rankOverlap(["a", "b", "c"], ["a", "b", "c"]), 1);
  assert.equal(rankOverlap(["a", "b"], ["c", "d"]), 0);
  // By hand, p = 0.8: agreement 0, then 1, at two ranks: 0.2 / 0.8 * (0 + 1 * 0.64) + 1 * 0.64.
  near(rankOverlap(["a", "b"], ["b", "a"]), 0.8);
  // Of lists of one and three, whose first agree: the longer one's rest is taken to go on alike.
  near(rankOverlap(["a"], ["a", "b", "c"]), 1);
  near(rankOverlap(["b"], ["a", "b", "c"]), rankOverlap(["a", "b", "c"], ["b"]));
});

test("the reference is the prior's odds times what was found by then, with its band", () => {
  const state = replay(patient, good);
  near(referenceAt(patient, state, "opening")?.p, 0.01);
  assert.equal(referenceAt(patient, state, "opening")?.low, null);
  const odds = (0.01 / 0.99) * 15;
  near(referenceAt(patient, state, "bedside")?.p, odds / (1 + odds));
  near(referenceAt(patient, state, "bedside")?.low, 0.066);
  near(referenceAt(patient, state, "bedside")?.high, 0.2326);
  const without = { ...patient, reference: { ...patient.reference, prior: null } };
  assert.equal(referenceAt(without, state, "final"), null);
});

test("the Brier score is the final probability's distance from the truth, squared", () => {
  near(brier(patient, replay(patient, good)), 0.0009);
  near(brier(patient, replay(patient, bad)), 0.9025);
  assert.equal(brier(patient, replay(patient, [])), null);
});
