// The shared vectors, made by the Python engine and checked against each file's worked examples, hold this one equal.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Answers, Result, Score } from "../src/clinical/score.ts";
import { evaluate, ScoreError } from "../src/clinical/scores.ts";

interface File {
  readonly score: Score;
  readonly vectors: readonly {
    readonly answers: Answers;
    readonly result: Result | { readonly error: true };
  }[];
}

const FOLDER = new URL("../../tests/vectors/scores/", import.meta.url);

for (const file of readdirSync(FOLDER)) {
  test(`${file}: each answer gives what Python gives`, () => {
    const { score, vectors } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as File;
    assert.ok(vectors.length > 12);
    for (const { answers, result } of vectors) {
      if ("error" in result)
        assert.throws(() => evaluate(score, answers), ScoreError, JSON.stringify(answers));
      else assert.deepEqual(evaluate(score, answers), result, JSON.stringify(answers));
    }
  });
}
