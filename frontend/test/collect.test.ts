// Promise: an answer that is only collected reaches the kernel once, in its own words, and what is missing is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "../src/content.ts";
import { lacks, type Question, shown, wordsIn } from "../src/player/collect/question.ts";
import { Response } from "../src/player/collect/response.ts";
import { MemoryModel } from "./memory-model.ts";

const item = (type: string, more: object): Question =>
  ({ id: "q1", kind: "item", points: 1, item: { id: "x", type, ...more } as unknown as Item }) as Question;
const options = ["a", "b", "c"].map((id) => ({ id, text: [[id]] }));
const pick = item("select-n", { n: 2, options });
const number = item("numeric", { label: "share" });
const text: Question = { id: "q3", kind: "text", points: 1, asks: [["Why?"]], words: 40 };

test("what an answer lacks is said, and a typed one may be on its way", () => {
  assert.equal(lacks(pick, null), "Not answered yet");
  assert.equal(lacks(pick, ["a"]), "Pick 1 more of 2");
  assert.equal(lacks(pick, ["a", "c"]), null);
  assert.equal(lacks(text, " \n"), "Not answered yet");
  assert.equal(lacks(text, "x"), null);
  assert.match(lacks(number, "1,5") ?? "", /point for decimals/);
});

test("an answer that the form can't show is not shown", () => {
  assert.deepEqual(shown(pick, ["a"]), ["a"]);
  for (const wrong of [["z"], "a", 7, { a: 1 }, undefined]) assert.equal(shown(pick, wrong), null);
  assert.equal(shown(number, "12."), "12.");
  assert.equal(shown(text, { text: "x", met: [] }), null);
});

test("words are counted as a reader counts them", () => {
  assert.deepEqual(["", "  ", "one", " two\n words ", "a-b c"].map(wordsIn), [0, 0, 1, 2, 2]);
});

test("typing is sent once, at the pause or when the page goes, and what did not change is not sent", () => {
  const model = new MemoryModel(null);
  model.set("response", "before");
  const response = new Response(model);
  let same = 0;
  response.onSame = () => {
    same += 1;
  };
  for (const answer of ["t", "th", "the"]) response.put(answer, "soon");
  response.flush();
  response.flush();
  assert.deepEqual([model.saves, model.get("response")], [1, "the"]);
  response.put("thex", "soon");
  response.put("the", "now");
  assert.deepEqual([model.saves, same], [1, 1]);
});
