// The shared vectors hold these marking rules and the Python ones equal.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Item } from "../src/content.ts";
import { type Certainty, certaintyMark } from "../src/marking/certainty.ts";
import { mark } from "../src/marking/mark.ts";
import { ResponseError } from "../src/marking/response.ts";

interface Vector {
  readonly name: string;
  /** The file's own item where a vector has none. */
  readonly item?: Item;
  readonly response: unknown;
  readonly earned?: number;
  readonly max?: number;
  readonly chance?: number;
  readonly error?: boolean;
}

interface CertaintyVector {
  readonly name: string;
  readonly fraction: number;
  readonly certainty: Certainty;
  readonly mark: number;
}

const FOLDER = new URL("../../tests/vectors/", import.meta.url);

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 5e-4, `${actual} is not near ${expected}`);
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
  const { item: shared, vectors } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
  for (const vector of vectors as (Vector | CertaintyVector)[]) {
    test(`${file}: ${vector.name}`, () => {
      if ("fraction" in vector) {
        near(certaintyMark(vector.fraction, vector.certainty), vector.mark);
        return;
      }
      const item: Item = vector.item ?? shared;
      if (vector.error) {
        assert.throws(() => mark(item, vector.response), ResponseError);
      } else {
        const marked = mark(item, vector.response);
        assert.deepEqual([marked.earned, marked.max], [vector.earned, vector.max]);
        if (vector.chance !== undefined) near(marked.chance, vector.chance);
      }
    });
  }
}
