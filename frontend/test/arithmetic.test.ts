// The words in which a learner reads how the marks came about, for the rules that need more than "2 of 3".
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Item } from "../src/content.ts";
import { mark } from "../src/marking/mark.ts";
import { problem } from "../src/marking/problem.ts";
import type { Response } from "../src/marking/response.ts";
import { arithmetic } from "../src/player/feedback/arithmetic.ts";

interface File {
  readonly item: Item;
  readonly vectors: readonly { readonly name: string; readonly item?: Item }[];
}

function file(type: string): File {
  return JSON.parse(readFileSync(new URL(`../../tests/vectors/${type}.json`, import.meta.url), "utf8"));
}

function words(type: string, response: Response, item: Item = file(type).item): string {
  return arithmetic(item, mark(item, response));
}

test("a matrix is added up column by column", () => {
  const response = { r1: ["A", "B"], r2: ["A"], r3: ["A", "B"] };
  assert.equal(
    words("matrix-multiple-response", response),
    "A: 3 right − 0 wrong; B: 0 right − 2 wrong, never below 0 = 3 of 5",
  );
});

test("a dyad and a triad say what the cause decides", () => {
  const triad = file("rationale").vectors.find(({ name }) => name.startsWith("triad"))?.item;
  assert.equal(words("rationale", { what: "b", why: "a" }), "only both together earn the mark = 0 of 1");
  assert.equal(words("rationale", { what: "b", why: "c" }), "both right = 1 of 1");
  assert.equal(
    words("rationale", { cause: "a", one: "b", two: "a" }, triad),
    "cause right, 1 of 2 effects right = 1 of 2",
  );
  assert.equal(
    words("rationale", { cause: "b", one: "b", two: "c" }, triad),
    "cause not right, so that no effect counts = 0 of 2",
  );
});

test("a killer says why right choices earn nothing", () => {
  assert.equal(
    words("key-feature", ["a", "c", "e"]),
    "2 right, but one choice would harm and takes every mark = 0 of 3",
  );
  assert.equal(words("key-feature", ["a", "b"]), "1 of 3 right choices");
});

test("an order shows how many positions are right", () => {
  assert.equal(
    words("ordered-response", { 1: "c", 2: "d", 3: "a", 4: "b" }),
    "2 of 4 positions right, and only the whole order earns the mark = 0 of 1",
  );
});

test("a panel shows its sum, and without one there is none", () => {
  assert.equal(
    words("script-concordance", "2"),
    "5 of 15 on the panel answered as you did, 7 gave the most frequent answer: 5/7 = 0.71 of 1",
  );
  const without = file("script-concordance").vectors.find(({ name }) => name.startsWith("no panel"))?.item;
  assert.equal(words("script-concordance", "2", without), "none, since no panel has answered this");
});

test("own marks are counted in points", () => {
  assert.equal(words("free-text", { text: "x", met: ["reason", "end"] }), "2 of 4 points");
  assert.equal(words("free-text", { text: "x", met: [] }), "nothing ticked, 0 of 4 points");
});

test("a half-filled answer says what is missing", () => {
  const missing = (type: string, response: Response) => problem(file(type).item, response);
  assert.equal(missing("matrix-multiple-response", { r1: ["A"], r3: ["A"] }), "1 of 2 columns is empty");
  assert.equal(missing("grouping", { Now: ["a"] }), "2 of 3 groups are empty");
  assert.equal(missing("bow-tie", { condition: "a" }), "4 of 5 places are empty");
  assert.equal(missing("highlight-table", []), "Highlight at least one passage");
  assert.equal(missing("drag-and-drop-cloze", { one: "a", two: "b" }), null);
  assert.equal(missing("image-hotspot", null), "Choose a place on the picture");
  assert.equal(missing("script-concordance", "0"), null);
  assert.equal(missing("free-text", { text: " \n ", met: [] }), "Write an answer");
  const limited = { ...file("free-text").item, limit: 50 } as Item;
  assert.equal(problem(limited, { text: "🦴".repeat(50), met: [] }), null);
  assert.equal(problem(limited, { text: "x".repeat(51), met: [] }), "1 character too many");
});
