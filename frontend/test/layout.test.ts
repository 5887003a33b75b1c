// How an older layout of the device's answers becomes the present one, and what a page does with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PageModel } from "../src/page/page-model.ts";
import type { Changes, Storage } from "../src/page/storage.ts";
import { unkept } from "../src/player/unkept.ts";
import { changed, isOlder, migrated, NewerError, SCHEMA, VERSION } from "../src/progress/layout.ts";

test("answers without a version get one, and every readable entry stays as it was", () => {
  const quiz = { one: { hash: "aaaaaaaaaaaa" } };
  const now = migrated(new Map<string, unknown>([["quiz:red-flags", quiz]]));
  assert.equal(now.get("quiz:red-flags"), quiz);
  assert.equal(now.get(SCHEMA), VERSION);
});

test("an entry that nobody can read is put aside, and the others don't notice", () => {
  const now = migrated(
    new Map<string, unknown>([
      ["quiz:a", "broken"],
      ["case:b", {}],
      ["exam:c", [1]],
    ]),
  );
  assert.deepEqual([...now.keys()].sort(), [SCHEMA, "aside:exam:c", "aside:quiz:a", "case:b"].sort());
  assert.equal(now.get("aside:quiz:a"), "broken");
});

test("the present layout is left alone, a later one is refused", () => {
  const now = new Map<string, unknown>([
    [SCHEMA, VERSION],
    ["quiz:a", "broken"],
  ]);
  assert.deepEqual(migrated(now), now);
  assert.equal(isOlder(VERSION), false);
  assert.equal(isOlder(undefined), true);
  assert.throws(() => isOlder(VERSION + 1), NewerError);
});

test("names that mean something to JavaScript are names like others", () => {
  const state = changed(JSON.parse('{"__proto__": {"bad": 1}}'), new Map([["constructor", 2]]));
  assert.deepEqual(Object.keys(state).sort(), ["__proto__", "constructor"]);
  assert.equal((state as { bad?: number }).bad, undefined);
});

/** A device that fails when asked to, and lets a test speak as another tab. */
function device() {
  const saved: Changes[] = [];
  const ears: ((changes: Changes) => void)[] = [];
  const storage: Storage & { full: boolean } = {
    full: false,
    load: async () => ({}),
    save: async (_, changes) => {
      if (storage.full) throw new DOMException("full", "QuotaExceededError");
      saved.push(changes);
    },
    hear: (_, callback) => ears.push(callback),
  };
  return { storage, saved, say: (changes: Changes) => ears.map((ear) => ear(changes)) };
}

const turn = () => new Promise((done) => setTimeout(done));

test("a full device says so, and what it refused is saved with the next answer", async () => {
  const { storage, saved } = device();
  const model = new PageModel("quiz:a", storage, {}, { old: 1 });
  storage.full = true;
  model.set("state", { old: 1, one: 1 });
  model.save_changes();
  await turn();
  assert.match(unkept(model) ?? "", /doesn’t let the page keep/);
  storage.full = false;
  model.set("state", { old: 1, one: 1, two: 2 });
  model.save_changes();
  await turn();
  assert.equal(unkept(model), null);
  assert.deepEqual(
    saved.map((changes) => [...changes.keys()].sort()),
    [["one", "two"]],
  );
});

test("what another tab saved is taken over, and not saved again", async () => {
  const { storage, saved, say } = device();
  const model = new PageModel("quiz:a", storage, {}, { old: 1, gone: 2 });
  let heard = 0;
  model.on("change:state", () => heard++);
  say(
    new Map<string, unknown>([
      ["new", 3],
      ["gone", undefined],
    ]),
  );
  assert.deepEqual([model.get("state"), heard], [{ old: 1, new: 3 }, 1]);
  model.save_changes();
  await turn();
  assert.deepEqual(saved, []);
});

test("where a later version wrote the answers, the page says that", () => {
  assert.match(unkept(new PageModel("quiz:a", null, { newer: true }, {})) ?? "", /later version/);
});
