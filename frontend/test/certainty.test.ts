// The worked examples of certainty-based accuracy in the project's plan.
import assert from "node:assert/strict";
import { test } from "node:test";
import { certaintyAccuracy } from "../src/marking/certainty.ts";

test("accuracy 0.80 gains with a mean mark of 1.5 and loses with 0.2", () => {
  assert.ok(Math.abs(certaintyAccuracy(0.8, 1.5) - 0.83) < 1e-9);
  assert.ok(Math.abs(certaintyAccuracy(0.8, 0.2) - 0.7) < 1e-9);
});

test("one certainty for every answer, the best one, leaves accuracy as it is", () => {
  for (const accuracy of [0, 0.5, 2 / 3, 0.75, 0.8, 1]) {
    const best = Math.max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6);
    assert.equal(certaintyAccuracy(accuracy, best), accuracy);
  }
});
