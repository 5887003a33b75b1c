// What the simulation promises: time, results, what happens by itself, and that nothing impossible does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counterfactual } from "../src/simulation/counterfactual.ts";
import { moments, replay, undone } from "../src/simulation/replay.ts";
import { initial, type State } from "../src/simulation/state.ts";
import { step } from "../src/simulation/step.ts";
import { bad, good, order, patient, stage } from "./patient.ts";

function play(...log: readonly unknown[]): State {
  return replay(patient, [stage("opening"), ...log]);
}

/** The kinds of the events after the opening and its stage. */
function kinds(state: State): string[] {
  return state.timeline.slice(2).map(({ kind }) => kind);
}

test("nothing can be done before the first judgement", () => {
  const state = step(patient, initial(patient), order("ask-cancer"));
  assert.deepEqual(state.timeline.at(-1), { at: 0, kind: "refused", action: "ask-cancer", reason: "asked" });
  assert.equal(state.clock, 0);
});

test("an act takes its minutes and gives what it finds", () => {
  const state = play(order("ask-cancer"));
  assert.equal(state.clock, 5);
  assert.deepEqual(state.findings, [{ id: "cancer-before", at: 5 }]);
  assert.deepEqual(kinds(state), ["ordered", "result"]);
});

test("the first test asks for a judgement at the bedside, and waits for it", () => {
  const asked = play(order("scan"));
  assert.equal(asked.asked, "bedside");
  assert.deepEqual([asked.clock, asked.pending, kinds(asked)], [0, [], []]);
  const scanned = play(order("scan"), stage("bedside"), order("scan"));
  assert.deepEqual([scanned.clock, scanned.pending], [10, [{ action: "scan", due: 70, order: 1 }]]);
});

test("a result comes when it is due, while something else is done or waited for", () => {
  const log = [stage("bedside"), order("scan"), order("film")];
  const waiting = play(order("scan"), ...log);
  assert.deepEqual(
    waiting.pending.map(({ action, due }) => [action, due]),
    [
      ["film", 45],
      ["scan", 70],
    ],
  );
  const film = play(order("scan"), ...log, { do: "wait" });
  assert.deepEqual(
    [film.clock, film.timeline.at(-1)],
    [45, { at: 45, kind: "result", action: "film", outcome: 0 }],
  );
  const both = play(order("scan"), ...log, { do: "wait", minutes: 60 });
  assert.deepEqual([both.clock, both.pending, both.flags], [75, [], ["came-walking", "scan-known"]]);
});

test("without a result to wait for, waiting takes an hour", () => {
  assert.equal(play({ do: "wait" }).clock, 60);
});

test("who is not ready is turned away, and the time is spent", () => {
  const state = play(order("ring-centre"));
  assert.deepEqual([state.clock, kinds(state), state.done], [5, ["turned-away"], {}]);
  assert.ok(!state.flags.includes("bed-promised"));
});

test("what was done once is refused, unless it can be done again", () => {
  assert.equal(play(order("ask-cancer"), order("ask-cancer")).clock, 5);
  assert.equal(play(order("test-legs"), order("test-legs")).clock, 10);
});

test("a body gets worse by itself, unless help came before, and what it shows follows it", () => {
  const late = play({ do: "wait", minutes: 120 }, order("test-legs"));
  assert.deepEqual([late.neuro, late.pain], ["C", 8]);
  assert.deepEqual(late.timeline.at(-1), { at: 125, kind: "result", action: "test-legs", outcome: 0 });
  const helped = play(order("steroid"), stage("bedside"), order("steroid"), { do: "wait", minutes: 120 });
  assert.deepEqual([helped.neuro, helped.fired], ["D", [0]]);
});

test("a change can count from another", () => {
  assert.equal(play({ do: "wait", minutes: 179 }).neuro, "C");
  assert.equal(play({ do: "wait", minutes: 180 }).neuro, "B");
});

test("a result comes before a change of the same minute", () => {
  const log = [order("scan"), stage("bedside"), { do: "wait", minutes: 50 }, order("scan"), { do: "wait" }];
  const kindsAtEnd = play(...log)
    .timeline.filter(({ at }) => at === 120)
    .map(({ kind }) => kind);
  assert.deepEqual(kindsAtEnd, ["result", "transition"]);
});

test("the last act asks for the decision first, and then for the final judgement", () => {
  const bedside = [order("transfer"), stage("bedside"), order("transfer")];
  assert.equal(play(...bedside).asked, "decision");
  const over = play(...bedside, stage("decision"), order("transfer"));
  assert.deepEqual([over.ended, over.asked, over.pending, over.clock], ["acted", "final", [], 5]);
  const told = play(...bedside, stage("decision"), order("transfer"), stage("final"));
  assert.equal(told.clock, patient.limit);
  // The story went on alone: nobody gave him the steroid.
  assert.deepEqual([told.neuro, told.timeline.at(-1)], ["B", { at: 600, kind: "epilogue", epilogue: 1 }]);
});

test("the story ends at its limit, whatever was done", () => {
  const state = play({ do: "wait", minutes: 601 });
  assert.deepEqual([state.clock, state.ended, state.asked], [600, "time", "decision"]);
  const final = play({ do: "wait", minutes: 601 }, stage("decision"));
  assert.equal(final.asked, "final");
  assert.equal(play({ do: "wait", minutes: 600 }).ended, null);
});

test("findings are sorted only once they are found, and words have a length", () => {
  const pin = { do: "pin", finding: "legs-weak", as: "for" };
  assert.deepEqual(play(pin).pins, {});
  assert.deepEqual(play(order("test-legs"), pin).pins, { "legs-weak": "for" });
  assert.deepEqual(play(order("test-legs"), pin, { ...pin, as: null }).pins, {});
  assert.equal(play({ do: "write", text: "x".repeat(2001) }).words, "");
  assert.equal(play({ do: "pause", absent: "No fever." }).absent, "No fever.");
});

test("nonsense in a log changes nothing, and breaks nothing", () => {
  const nonsense = [
    null,
    7,
    "x",
    [],
    {},
    { do: "fly" },
    { do: "pin", finding: "__proto__", as: "for" },
    { do: "write" },
  ];
  for (const entry of nonsense) assert.deepEqual(play(entry), play(), JSON.stringify(entry));
  const refused = [
    order("nothing-like-it"),
    order("constructor"),
    { do: "order" },
    { do: "wait", minutes: 0 },
    { do: "wait", minutes: 1.5 },
    { do: "stage", stage: "final", ranks: ["disc"], cancer: 5 },
  ];
  for (const entry of refused) {
    const { timeline, ...rest } = play(entry);
    assert.equal(timeline.at(-1)?.kind, "refused", JSON.stringify(entry));
    const { timeline: _, ...before } = play();
    assert.deepEqual(rest, before);
  }
  for (const answer of [
    { ranks: [] },
    { ranks: ["disc", "disc"] },
    { ranks: ["flu"] },
    { cancer: 101 },
    { cancer: 0.5 },
  ]) {
    assert.equal(step(patient, initial(patient), { ...stage("opening"), ...answer }).asked, "opening");
  }
});

test("the same log gives the same state, and the clock never runs backwards", () => {
  for (const log of [good, bad]) {
    assert.deepEqual(replay(patient, log), replay(patient, log));
    const clocks = moments(patient, log).map(({ clock }) => clock);
    assert.deepEqual(
      clocks,
      clocks.toSorted((a, b) => a - b),
    );
  }
});

test("undoing takes back the last act, and keeps how earlier findings were sorted", () => {
  const pin = { do: "pin", finding: "legs-weak", as: "for" } as const;
  const log = [stage("opening"), order("test-legs"), order("ask-cancer"), pin];
  assert.deepEqual(undone(patient, log), [stage("opening"), order("test-legs"), pin]);
  assert.deepEqual(undone(patient, undone(patient, log)), [stage("opening")]);
  assert.deepEqual(undone(patient, []), []);
});

test("help that comes earlier ends the story elsewhere, with all that hangs on it", () => {
  const late = [
    stage("opening"),
    { do: "wait", minutes: 150 },
    order("scan"),
    stage("bedside"),
    order("scan"),
    { do: "wait" },
    order("ring-centre"),
    order("transfer"),
    stage("decision"),
    order("transfer"),
    stage("final"),
  ] as const;
  assert.equal(replay(patient, late).neuro, "B");
  // The call needs the scan, so it moves too, and comes before his legs get worse again.
  assert.equal(counterfactual(patient, late, "scan", 2).neuro, "C");
  assert.equal(counterfactual(patient, late, "transfer", 2).neuro, "B");
});

test("an act moved to where nobody was ready for it comes as soon as they are", () => {
  const run = [
    stage("opening"),
    order("scan"),
    stage("bedside"),
    order("scan"),
    { do: "wait", minutes: 170 },
    order("ring-centre"),
    order("transfer"),
    stage("decision"),
    order("transfer"),
    stage("final"),
  ] as const;
  assert.equal(replay(patient, run).neuro, "B");
  // Three hours earlier the scan wasn't back: the call comes with it, before his legs go.
  assert.equal(counterfactual(patient, run, "ring-centre", 3).neuro, "C");
});
