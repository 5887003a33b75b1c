// What is kept of a case, what its files may hold, and where a run goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { course } from "../src/patient/debrief/course.ts";
import { phaseOf, waitingOrder } from "../src/patient/phase.ts";
import { MOST_BYTES, ReplayError, readReplay, replayText } from "../src/patient/replay-file.ts";
import { Runs } from "../src/patient/runs.ts";
import { found } from "../src/patient/search.ts";
import { duration, momentOf } from "../src/patient/time.ts";
import { replay } from "../src/simulation/replay.ts";
import { MemoryModel } from "./memory-model.ts";
import { bad, good, order, patient, stage } from "./patient.ts";

function kept(log: unknown, more: object = {}) {
  return { hash: patient.hash, log, others: [], ticks: [], ...more };
}

test("a run is saved at each act and found again", () => {
  const model = new MemoryModel({});
  const runs = new Runs(model, patient);
  assert.equal(runs.log, null);
  runs.begin();
  for (const entry of good) runs.act(entry);
  // What is done quickly is saved at once, a moment later or when the player goes.
  runs.close();
  assert.equal(model.saves, 1);
  const again = new Runs(model, patient);
  assert.deepEqual(again.log, good);
  assert.deepEqual(again.state, runs.state);
  assert.deepEqual({ ...again.finished, at: "" }, { p: 97, cancer: true, at: "" });
});

test("only the first finished run counts for the Brier score, and a new run keeps the old one", () => {
  const runs = new Runs(new MemoryModel(kept(good.slice(0, -1))), patient);
  runs.begin();
  for (const entry of bad) runs.act(entry);
  assert.equal(runs.finished?.p, 5);
  assert.deepEqual(runs.others, [good.slice(0, -1)]);
  runs.swap(0);
  assert.deepEqual([runs.log, runs.others], [good.slice(0, -1), [bad]]);
  runs.begin();
  for (const entry of good) runs.act(entry);
  assert.equal(runs.finished?.p, 5);
});

test("a run of an earlier version is offered, not played, and damage is dropped by itself", () => {
  const runs = new Runs(new MemoryModel({ ...kept(good), hash: "000000000000" }), patient);
  assert.equal(runs.log, null);
  assert.deepEqual(runs.older, { hash: "000000000000", log: good });
  for (const state of [null, 3, [], kept("x"), kept([{ do: "fly" }]), kept([order("nothing")])]) {
    assert.equal(new Runs(new MemoryModel(state), patient).log, null, JSON.stringify(state));
  }
  const damaged = kept(good, { others: [bad, [{ do: "fly" }], 7], ticks: [1, "x"], finished: { p: "5" } });
  const { others, ticks, finished } = new Runs(new MemoryModel(damaged), patient);
  assert.deepEqual([others, ticks, finished], [[bad], [1], null]);
});

test("undoing, ticking and forgetting are kept too", () => {
  const model = new MemoryModel(kept([stage("opening"), order("ask-cancer")]));
  const runs = new Runs(model, patient);
  runs.tick(2);
  runs.tick(0);
  runs.tick(2);
  runs.undo();
  runs.flush();
  const again = new Runs(model, patient);
  assert.deepEqual([again.ticks, again.log, again.state.clock], [[0], [stage("opening")], 0]);
  again.forget();
  assert.deepEqual(model.get("state"), {});
  assert.equal(new Runs(model, patient).log, null);
});

test("a replay file comes back as it went out", () => {
  assert.deepEqual(readReplay(patient, replayText(patient, patient.hash, good)), good);
});

test("what is no replay of this case is refused with a reason", () => {
  const file = (change: object) =>
    JSON.stringify({ ...JSON.parse(replayText(patient, patient.hash, good)), ...change });
  for (const text of [
    "",
    "null",
    "{}",
    file({ format: "redflags-replay/2" }),
    file({ case: "another" }),
    file({ hash: "000000000000" }),
    file({ log: { length: 1 } }),
    file({ log: [order("__proto__")] }),
    file({ log: [{ ...order("scan"), extra: 1 }] }),
    file({ log: [{ do: "wait", minutes: "5" }] }),
    file({ log: [{ do: "pin", finding: "legs-weak", as: "maybe" }] }),
    file({ log: [{ do: "write", text: "x".repeat(MOST_BYTES) }] }),
    file({ log: Array(5001).fill(order("tea")) }),
  ]) {
    assert.throws(() => readReplay(patient, text), ReplayError, text.slice(0, 80));
  }
});

test("where a run goes on follows from its log alone", () => {
  const at = (log: typeof good) => phaseOf(log, replay(patient, log));
  assert.equal(at([]), "stage");
  assert.equal(at([stage("opening")]), "work");
  const sent = good.findIndex((entry) => entry.do === "pause");
  assert.equal(at(good.slice(0, sent)), "pause");
  assert.equal(at(good.slice(0, sent + 1)), "stage");
  assert.equal(at(good.slice(0, -1)), "sentence");
  assert.equal(at(good), "debrief");
});

test("the order that asked for a judgement is known after a reload, and none waits at the end", () => {
  const asking = [stage("opening"), order("test-legs"), order("scan")];
  assert.equal(waitingOrder(asking, replay(patient, asking)), "scan");
  assert.equal(waitingOrder([], replay(patient, [])), null);
  const over = good.slice(0, -3);
  assert.equal(waitingOrder(over, replay(patient, over)), null);
});

test("a replay knows the person at each moment, and what came before it", () => {
  const points = course(patient, bad);
  assert.deepEqual([...new Set(points.map(({ neuro }) => neuro))], ["D", "C", "B"]);
  const first = points.find(({ event }) => event.kind === "transition");
  assert.deepEqual([first?.event.at, first?.pain, first?.before.length], [120, 8, 5]);
});

test("the clock goes over midnight and through the week", () => {
  assert.deepEqual(momentOf("Sunday 23:50", 15), { day: "Monday", time: "00:05" });
  assert.deepEqual(momentOf("Wednesday 18:40", 7 * 24 * 60), { day: "Wednesday", time: "18:40" });
  assert.deepEqual([0, 45, 90, 1440, 1500].map(duration), [
    "0\u00a0min",
    "45\u00a0min",
    "1\u00a0h 30\u00a0min",
    "1\u00a0day",
    "1\u00a0day 1\u00a0h",
  ]);
});

test("acts are found by parts of words, by other words, and by kind", () => {
  const ids = (words: string, kind: Parameters<typeof found>[2] = null) =>
    found(patient.actions, words, kind).map(({ id }) => id);
  assert.deepEqual(ids("leg TEST"), ["test-legs"]);
  assert.deepEqual(ids("", "test"), ["film", "scan"]);
  assert.deepEqual(ids("xyz"), []);
});
