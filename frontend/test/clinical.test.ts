// The shared vectors hold the explorers' mathematics here and in Python equal.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

interface Vector {
  readonly name: string;
  readonly call: string;
  readonly with: readonly unknown[];
  readonly gives?: unknown;
  readonly within?: number;
  readonly error?: boolean;
}

const FOLDER = new URL("../../tests/vectors/clinical/", import.meta.url);

/** Names as the vectors write them, which is Python's way. */
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function near(found: unknown, wanted: unknown, within: number, path: string): void {
  if (typeof wanted === "number") {
    assert.ok(
      typeof found === "number" && Math.abs(found - wanted) <= within,
      `${path}: ${found}, not ${wanted}`,
    );
  } else if (typeof wanted === "object" && wanted !== null) {
    if (Array.isArray(wanted)) assert.equal((found as unknown[]).length, wanted.length, path);
    for (const [key, value] of Object.entries(wanted)) {
      near((found as Record<string, unknown>)[camel(key)], value, within, `${path}.${key}`);
    }
  } else {
    assert.deepEqual(found, wanted, path);
  }
}

for (const file of readdirSync(FOLDER)) {
  const module = (await import(`../src/clinical/${file.replace(".json", ".ts")}`)) as Record<
    string,
    (...given: readonly unknown[]) => unknown
  >;
  const { vectors } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as {
    vectors: readonly Vector[];
  };
  for (const vector of vectors) {
    test(`${file}: ${vector.name}`, () => {
      const call = module[camel(vector.call)];
      assert.ok(call, `no function ${vector.call}`);
      if (vector.error) assert.throws(() => call(...vector.with));
      else near(call(...vector.with), vector.gives, vector.within ?? 1e-9, vector.call);
    });
  }
}
