// What a tab notes of answers on their way to the device, and what it makes of notes that were left.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { leftovers, note } from "../src/page/journal.ts";

/** A tab's session storage: its keys are its own, as Object.keys finds them. */
class Tab {
  [key: string]: unknown;
  setItem(key: string, value: string) {
    this[key] = value;
  }
  getItem(key: string) {
    return this[key] ?? null;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

function tab(storage: unknown) {
  Object.defineProperty(globalThis, "sessionStorage", { value: storage, configurable: true });
}

beforeEach(() => tab(new Tab()));

test("what was left comes back once, in its order, and what is forgotten stays so", () => {
  note("quiz:a", new Map([["one", { attempts: [1] }]]));
  note("quiz:b", new Map([["gone", undefined]]));
  note("quiz:a", new Map([["one", { attempts: [1, 2] }]]));
  assert.deepEqual(leftovers(), [
    ["quiz:a", new Map([["one", { attempts: [1] }]])],
    ["quiz:b", new Map([["gone", undefined]])],
    ["quiz:a", new Map([["one", { attempts: [1, 2] }]])],
  ]);
  assert.deepEqual(leftovers(), []);
});

test("what the device has written is struck out", () => {
  const strike = note("quiz:a", new Map([["one", 1]]));
  note("quiz:a", new Map([["two", 2]]));
  strike();
  assert.deepEqual(leftovers(), [["quiz:a", new Map([["two", 2]])]]);
});

test("a note of long ago, a broken one and one for another page's data change nothing", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_800_000_000_000 });
  note("quiz:a", new Map([["one", 1]]));
  context.mock.timers.tick(11 * 60_000);
  sessionStorage.setItem(`redflags-writing ${Date.now()} 1`, "{");
  sessionStorage.setItem(`redflags-writing ${Date.now()} 2`, '["quiz:a", [1]]');
  sessionStorage.setItem("another page's", "1");
  note("other:a", new Map([["one", 1]]));
  assert.deepEqual(leftovers(), []);
  assert.deepEqual(Object.keys(sessionStorage), ["another page's"]);
});

test("a tab that refuses notes refuses nothing else", () => {
  tab({
    setItem() {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  note("quiz:a", new Map([["one", 1]]))();
  tab(undefined);
  note("quiz:a", new Map([["one", 1]]))();
  assert.deepEqual(leftovers(), []);
});
