// Where an item stands after each thing that a learner can do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readMode } from "../src/player/mode.ts";
import { counted, phaseOf } from "../src/player/phase.ts";
import { blankRecord, type ItemRecord } from "../src/player/record.ts";
import { panel, sba } from "./sample.ts";

const mode = readMode("practice", false);
const at = "2026-11-21T10:00:00.000Z";

function answered(...letters: string[]): ItemRecord {
  const attempts = letters.map((response) => ({ response, certainty: 1 as const, at }));
  return { ...blankRecord(sba), attempts };
}

test("an item without an answer is being answered", () => {
  assert.equal(phaseOf(sba, blankRecord(sba), mode), "answering");
});

test("a right first answer is the end", () => {
  assert.equal(phaseOf(sba, answered("b"), mode), "done");
});

test("a wrong first answer keeps the key back", () => {
  assert.equal(phaseOf(sba, answered("a"), mode), "wrong");
});

test("trying again opens the form again, and a reload finds it open", () => {
  assert.equal(phaseOf(sba, { ...answered("a"), draft: "a" }, mode), "retrying");
});

test("a second answer is the end, right or wrong", () => {
  assert.equal(phaseOf(sba, answered("a", "c"), mode), "done");
  assert.equal(phaseOf(sba, answered("a", "b"), mode), "done");
});

test("an item asked again is open again, and its first attempt still counts", () => {
  const again = { ...answered("a", "c"), again: 2 };
  assert.equal(phaseOf(sba, again, mode), "answering");
  const wrongAgain = { ...answered("a", "c", "a"), again: 2 };
  assert.equal(phaseOf(sba, wrongAgain, mode), "wrong");
  assert.equal(counted(sba, wrongAgain)?.attempt.response, "a");
  assert.equal(phaseOf(sba, { ...answered("a", "c", "b"), again: 2 }, mode), "done");
});

test("an exam tells all after one answer, a marked one never tells", () => {
  assert.equal(phaseOf(sba, answered("a"), readMode("exam", false)), "done");
  for (const name of ["practice", "exam", "review", "nonsense", "toString", undefined]) {
    assert.equal(phaseOf(sba, answered("b"), readMode(name, true)), "submitted");
  }
});

test("a step of a case that was left is closed", () => {
  assert.equal(phaseOf(sba, { ...blankRecord(sba), left: true }, readMode("exam", false)), "submitted");
});

test("what has no right answer to find is asked once", () => {
  const said = { ...blankRecord(panel), attempts: [{ response: "2", certainty: 1 as const, at }] };
  assert.equal(phaseOf(panel, said, mode), "done");
});

test("showing the answer is the end", () => {
  assert.equal(phaseOf(sba, { ...answered("a"), revealed: true }, mode), "done");
});
