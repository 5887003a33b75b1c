// Progress as a file: it comes back whole, and whatever else is brought is refused in a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FORMAT,
  fileText,
  MOST_BYTES,
  ProgressFileError,
  readFile,
  sorted,
  summary,
} from "../src/progress/file.ts";
import { changed, SCHEMA, type State, VERSION } from "../src/progress/layout.ts";
import { merged, undone } from "../src/progress/merge.ts";

const HASH = "aaaaaaaaaaaa";
const noon = (day: number) => `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`;
const attempt = (day: number, share = 1, certainty: number | null = 3) => ({
  response: { met: ["a"], text: "<script>" },
  certainty,
  at: noon(day),
  share,
});
const answer = (...attempts: object[]) => ({ hash: HASH, attempts, revealed: false });
const session = { started: noon(1), minutes: null, place: 0, clock: true, submitted: null, late: false };
const run = (day: number, log: object[] = [{ do: "wait" }]) => ({
  hash: HASH,
  log,
  others: [],
  ticks: [1],
  finished: { p: 30, cancer: false, at: noon(day) },
});

const DEVICE = new Map<string, unknown>([
  [SCHEMA, VERSION],
  ["quiz:red-flags", { one: answer(attempt(3)), two: { ...answer(), draft: "12." } }],
  ["exam:exam-medicine", { ":exam": session, one: answer(attempt(2)) }],
  ["case:night-shelter", run(4)],
  ["lab:mri", { scores: { best: 3 } }],
  ["claim-check", { "wc-000-02": "supported" }],
]);
const TEXT = fileText(sorted(DEVICE), new Date(noon(5)));

test("what is saved is read back as it was", () => {
  assert.deepEqual(sorted(DEVICE).broken.size, 0);
  const back = readFile(TEXT);
  for (const [key, entry] of back) assert.deepEqual(entry, DEVICE.get(key));
  assert.equal(back.size, DEVICE.size - 1);
});

test("a file is told in a sentence before anything is taken from it", () => {
  assert.equal(
    summary(readFile(TEXT)),
    "1 quiz, 1 exam, 1 patient, 1 explorer, 1 claim check, newest answer on 4 November 2026",
  );
});

/** The file with one entry more. */
function withEntry(key: string, entry: unknown): string {
  const text = JSON.stringify(entry);
  return TEXT.replace('"entries": {', `"entries": {${JSON.stringify(key)}: ${text},`);
}
const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test("whatever is no progress of this course is refused, with what to do", () => {
  const file = (change: object) => JSON.stringify({ ...(JSON.parse(TEXT) as object), ...change });
  const cases: readonly [string, RegExp][] = [
    ["", /can’t be read.*Save it again/],
    ["<html>", /can’t be read/],
    [TEXT.slice(0, TEXT.length / 2), /only a part of it/],
    ["null", /not your progress.*Choose the file/],
    ["[]", /not your progress/],
    [file({ format: "redflags-replay/1" }), /not your progress/],
    [file({ version: VERSION + 1 }), /later version.*Load this page again/],
    [file({ version: "1" }), /its head/],
    [file({ exported: "yesterday" }), /its head/],
    [file({ more: 1 }), /its head/],
    [file({ entries: [] }), /its head/],
    [file({ entries: {} }), /no answers in it/],
    [deep(200_000), /can’t be read|not your progress/],
    [" ".repeat(MOST_BYTES + 1), /larger than any progress/],
    [withEntry("quiz:<img src=x onerror=alert(1)>", {}), /unknown, named “quiz:<img/],
    [withEntry("mystery:a", {}), /unknown, named “mystery:a”/],
    [withEntry("__proto__", { one: 1 }), /unknown, named “__proto__”/],
    [withEntry("quiz:a", 7), /unknown, named “quiz:a”/],
    [withEntry("quiz:a", { "<b>": answer() }), /“quiz:a” holds something unknown/],
    [withEntry("quiz:a", { one: { ...answer(), more: 1 } }), /named “one”/],
    [withEntry("quiz:a", { one: { hash: "x", attempts: [] } }), /named “one”/],
    [withEntry("quiz:a", { one: answer({ ...attempt(3), at: "<script>" }) }), /named “one”/],
    [withEntry("quiz:a", { one: answer({ ...attempt(3), certainty: 9 }) }), /named “one”/],
    [withEntry("quiz:a", { one: answer({ ...attempt(3), share: 2 }) }), /named “one”/],
    [withEntry("quiz:a", { one: answer({ ...attempt(3), response: JSON.parse(deep(60)) }) }), /named “one”/],
    [TEXT.replace('"met":', '"__proto__":'), /named “one”/],
    [withEntry("exam:a", { ":exam": { ...session, started: 3 } }), /named “:exam”/],
    [withEntry("case:a", { ...run(3), finished: { p: "30", cancer: false, at: noon(3) } }), /named “run”/],
    [withEntry("case:a", { ...run(3), log: [{ do: "explode" }] }), /named “run”/],
    [TEXT.replace('"supported"', '{"b": 1}'), /“claim-check” holds/],
  ];
  for (const [text, says] of cases)
    assert.throws(
      () => readFile(text),
      (error) => error instanceof ProgressFileError && says.test(error.message),
      `${text.slice(0, 80)} … ${says}`,
    );
  assert.equal(({} as { one?: number }).one, undefined);
  assert.equal((JSON.parse(TEXT) as { format: string }).format, FORMAT);
});

test("on a damaged device what is sound is sorted from what is not, and only that is saved", () => {
  const { sound, broken } = sorted(
    new Map<string, unknown>([
      [SCHEMA, VERSION],
      ["quiz:a", { one: answer(attempt(3)), two: 7 }],
      ["aside:quiz:b", "x"],
      ["case:c", { hash: 1 }],
    ]),
  );
  assert.deepEqual(Object.keys(sound.get("quiz:a") ?? {}), ["one"]);
  assert.deepEqual([...sound.keys()], ["quiz:a"]);
  assert.deepEqual(Object.fromEntries(broken), {
    "quiz:a": { two: 7 },
    "aside:quiz:b": "x",
    "case:c": { hash: 1 },
  });
});

/** Both devices' entry under a key. */
function together(key: string, ours: State, theirs: State): State {
  return changed(ours, merged(new Map([[key, ours]]), new Map([[key, theirs]])).get(key) ?? new Map());
}

test("two devices' answers come together, and the first attempt of both is the first", () => {
  const both = together(
    "quiz:a",
    { one: answer(attempt(5, 0), attempt(6)), ours: answer(attempt(1)) },
    { one: { ...answer(attempt(3, 0), attempt(7)), again: 1 }, theirs: answer(attempt(2)) },
  ) as Record<string, { attempts: { at: string }[]; again?: number }>;
  assert.deepEqual(
    both.one?.attempts.map(({ at }) => at),
    [noon(3), noon(5), noon(6), noon(7)],
  );
  assert.equal(both.one?.again, 3);
  assert.deepEqual(Object.keys(both).sort(), ["one", "ours", "theirs"]);
});

test("nothing newer is overwritten, and what is being written here stays", () => {
  const ours = {
    one: { ...answer(attempt(5)), draft: "b" },
    two: { ...answer(attempt(6)), hash: "bbbbbbbbbbbb" },
  };
  const theirs = { one: answer(attempt(5)), two: answer(attempt(3)) };
  assert.deepEqual(together("quiz:a", ours, theirs), ours);
  const sitting = { ":exam": session };
  assert.deepEqual(together("exam:a", sitting, { ":exam": { ...session, submitted: noon(2) } }), sitting);
});

test("runs of a patient stand side by side, and the first that was finished counts", () => {
  const both = together("case:a", run(9), run(4, [{ do: "wait", minutes: 5 }]));
  assert.deepEqual(both.log, [{ do: "wait" }]);
  assert.deepEqual(both.others, [[{ do: "wait", minutes: 5 }]]);
  assert.deepEqual(both.finished, run(4).finished);
});

test("the same file a second time changes nothing", () => {
  const entries = readFile(TEXT);
  assert.equal(merged(entries, entries).size, 0);
  assert.equal(merged(DEVICE, entries).size, 0);
});

test("what was added is taken back, but not what was answered meanwhile", () => {
  const before = new Map([["quiz:a", { one: answer(attempt(5)) }]]);
  const done = merged(before, new Map([["quiz:a", { one: answer(attempt(3)), two: answer(attempt(4)) }]]));
  const now = changed(before.get("quiz:a") ?? {}, done.get("quiz:a") ?? new Map());
  const meanwhile = { ...now, two: answer(attempt(4), attempt(8)) };
  const back = undone(new Map([["quiz:a", meanwhile]]), before, done).get("quiz:a") ?? new Map();
  assert.deepEqual(changed(meanwhile, back), {
    one: answer(attempt(5)),
    two: answer(attempt(4), attempt(8)),
  });
});
