// Why an answer can't be submitted yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NUMBER_HINT } from "../src/marking/numeric.ts";
import { problem } from "../src/marking/problem.ts";
import { numeric, sba, selectN } from "./sample.ts";

test("a blank says what is missing", () => {
  assert.equal(problem(sba, null), "Choose an answer");
  assert.equal(problem(selectN, ["a"]), "Pick 1 more of 2");
  assert.equal(problem(numeric, ""), "Write a number");
});

test("a number that is none says how to write one", () => {
  assert.equal(problem(numeric, "12,5"), NUMBER_HINT);
});

test("a whole answer has no problem", () => {
  assert.equal(problem(sba, "c"), null);
  assert.equal(problem(selectN, ["a", "c"]), null);
  assert.equal(problem(numeric, " 12.5 % "), null);
});
