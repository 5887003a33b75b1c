// What is kept, what is dropped, and what is saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../src/player/store.ts";
import { MemoryModel } from "./memory-model.ts";
import { numeric, sba } from "./sample.ts";

const at = "2026-11-21T10:00:00.000Z";

function record(hash: string, response: unknown) {
  return { hash, attempts: [{ response, certainty: 3, at, share: 0 }], revealed: false };
}

test("an answer survives, with its certainty", () => {
  const store = new Store(new MemoryModel({ sba: record(sba.hash, "a") }), [sba]);
  assert.deepEqual(store.record(sba).attempts, [{ response: "a", certainty: 3, at, share: 0 }]);
});

test("an answer to an older wording asks again and says so", () => {
  const store = new Store(new MemoryModel({ sba: record("000000000000", "a") }), [sba]);
  assert.equal(store.record(sba).attempts.length, 0);
  assert.ok(store.isOlder(sba));
});

test("malformed state is dropped for its item alone", () => {
  const nonsense = [
    null,
    7,
    [],
    { hash: sba.hash },
    record(sba.hash, "z"),
    { ...record(sba.hash, "a"), attempts: [{}] },
  ];
  for (const raw of nonsense) {
    const store = new Store(new MemoryModel({ sba: raw, numeric: record(numeric.hash, "13") }), [
      sba,
      numeric,
    ]);
    assert.equal(store.record(sba).attempts.length, 0, JSON.stringify(raw));
    assert.equal(store.record(numeric).attempts.length, 1);
  }
  for (const state of [null, 3, "x", []]) {
    assert.equal(new Store(new MemoryModel(state), [sba]).record(sba).attempts.length, 0);
  }
});

test("a half-typed number is kept as a draft", () => {
  const raw = { hash: numeric.hash, attempts: [], draft: "12,", revealed: false };
  assert.equal(new Store(new MemoryModel({ numeric: raw }), [numeric]).record(numeric).draft, "12,");
});

test("a submitted answer is saved at once, and other quizzes' items stay", () => {
  const model = new MemoryModel({ other: { any: "thing" } });
  const store = new Store(model, [sba]);
  store.put(sba, { ...store.record(sba), attempts: [{ response: "b", certainty: 2, at }] }, "now");
  assert.equal(model.saves, 1);
  assert.deepEqual(Object.keys(model.get("state") as object), ["other", "sba"]);
});

test("a draft waits for a pause, and closing saves it", () => {
  const model = new MemoryModel({});
  const store = new Store(model, [sba]);
  store.put(sba, { ...store.record(sba), draft: "a" }, "soon");
  assert.equal(model.saves, 0);
  store.close();
  assert.equal(model.saves, 1);
});

test("forgetting empties this quiz's items only", () => {
  const model = new MemoryModel({ other: 1, sba: record(sba.hash, "a") });
  const store = new Store(model, [sba]);
  store.forget();
  assert.deepEqual(model.get("state"), { other: 1 });
});

test("a change from outside is read", () => {
  const model = new MemoryModel({});
  const store = new Store(model, [sba]);
  let calls = 0;
  store.subscribe(() => calls++);
  model.set("state", { sba: record(sba.hash, "b") });
  assert.equal(calls, 1);
  assert.equal(store.record(sba).attempts.length, 1);
});

test("an exam's own record is kept beside the items, comes back as it was, and goes when all is forgotten", () => {
  const model = new MemoryModel({ other: 1, ":exam": { started: at } });
  const store = new Store(model, [sba]);
  assert.deepEqual(store.exam, { started: at });
  store.putExam({ started: at, place: 2 });
  store.put(sba, { ...store.record(sba), draft: "a", sure: 3, flagged: true }, "now");
  assert.deepEqual(model.get("state"), {
    other: 1,
    sba: { hash: sba.hash, attempts: [], revealed: false, draft: "a", sure: 3, flagged: true },
    ":exam": { started: at, place: 2 },
  });
  store.forget();
  assert.deepEqual(model.get("state"), { other: 1 });
});

test("what an exam or a review adds to a record is read if it makes sense, and else left out", () => {
  const read = (more: object) =>
    new Store(new MemoryModel({ sba: { ...record(sba.hash, "a"), ...more } }), [sba]).record(sba);
  assert.deepEqual(read({ sure: 2, flagged: true, left: true, again: 1 }), {
    ...record(sba.hash, "a"),
    ...{ sure: 2, flagged: true, left: true, again: 1 },
  });
  for (const nonsense of [
    { sure: 9 },
    { sure: "2" },
    { flagged: 1 },
    { left: "yes" },
    { again: 7 },
    { again: -1 },
    { again: 0.5 },
  ]) {
    assert.deepEqual(read(nonsense), record(sba.hash, "a"), JSON.stringify(nonsense));
  }
});

test("an answer is kept with the share of the marks that it earned, an old one from when its page is opened", () => {
  const old = { hash: sba.hash, attempts: [{ response: "b", certainty: 3, at }], revealed: false };
  const model = new MemoryModel({ sba: old });
  const store = new Store(model, [sba, numeric]);
  assert.equal(model.saves, 1);
  store.put(numeric, { ...store.record(numeric), attempts: [{ response: "15", certainty: 1, at }] }, "now");
  const kept = model.get("state") as Record<string, { attempts: { share?: number }[] }>;
  assert.deepEqual([kept.sba?.attempts[0]?.share, kept.numeric?.attempts[0]?.share], [1, 0]);
});

test("without the key nothing is marked", () => {
  const model = new MemoryModel({});
  const store = new Store(model, [sba], false);
  store.put(sba, { ...store.record(sba), attempts: [{ response: "b", certainty: 3, at }] }, "now");
  assert.deepEqual(store.record(sba).attempts, [{ response: "b", certainty: 3, at }]);
});

test("only what changed here is saved, and what can't be read stays until it is answered anew", () => {
  const model = new MemoryModel({ sba: "broken", numeric: record(numeric.hash, "13") });
  const before = (model.get("state") as Record<string, unknown>).numeric;
  const store = new Store(model, [sba, numeric]);
  store.put(numeric, { ...store.record(numeric), draft: "1" }, "now");
  assert.equal((model.get("state") as Record<string, unknown>).sba, "broken");
  store.put(sba, { ...store.record(sba), draft: "a" }, "now");
  const after = model.get("state") as Record<string, unknown>;
  assert.equal((after.sba as { draft?: string }).draft, "a");
  assert.notEqual(after.numeric, before);
});

test("an answer from another tab arrives; what is being typed here stays", () => {
  const model = new MemoryModel({});
  const store = new Store(model, [sba, numeric]);
  store.put(numeric, { ...store.record(numeric), draft: "12" }, "soon");
  model.set("state", { sba: record(sba.hash, "b"), numeric: record(numeric.hash, "13") });
  // Answered there: that counts, as a draft can be typed again and an answer can't be given twice.
  assert.deepEqual([store.record(sba).attempts.length, store.record(numeric).attempts.length], [1, 1]);
  store.put(sba, { ...store.record(sba), draft: "c" }, "soon");
  model.set("state", { ...(model.get("state") as object), numeric: record(numeric.hash, "14") });
  assert.equal(store.record(sba).draft, "c");
  store.close();
});
