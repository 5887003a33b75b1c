// The rule of the progress page: what counts, what it comes to, and that no number is made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Course } from "../src/progress/course.ts";
import { type Answered, standing } from "../src/progress/mastery.ts";
import { certainties, chapterSums, examSums, patientSums, standings } from "../src/progress/sums.ts";

const at = (day: number, hour = 10) => `2026-11-${String(day).padStart(2, "0")}T${hour}:00:00.000Z`;
let count = 0;
const answered = (day: number, right: boolean, more: Partial<Answered> = {}): Answered => ({
  item: `item-${count++}`,
  at: at(day),
  right,
  inCase: false,
  ...more,
});
const level = (answers: readonly Answered[], hasCase = false) => standing(answers, hasCase)?.level ?? null;

test("the levels are those that the page prints", () => {
  assert.equal(level([]), null);
  assert.equal(level([answered(1, true)]), "attempted");
  assert.equal(level([answered(1, true), answered(1, false)]), "familiar");
  assert.equal(level([answered(1, true), answered(1, true)]), "familiar");
  assert.equal(level([answered(1, true), answered(1, true), answered(1, true)]), "proficient");
  assert.equal(level([answered(1, true), answered(1, true), answered(2, true)]), "mastered");
  assert.equal(level([answered(1, true), answered(2, true), answered(2, false)]), "familiar");
  assert.equal(level([answered(1, false), answered(2, false), answered(2, true)]), "attempted");
});

test("where an objective is asked within a case, one of the two right answers has to be there", () => {
  const three = [answered(1, true), answered(1, true), answered(2, true)];
  assert.equal(level(three, true), "proficient");
  assert.equal(level([...three.slice(0, 2), answered(2, true, { inCase: true })], true), "mastered");
});

test("the same question counts again a day later, not at once", () => {
  const same = { item: "same" };
  const soon = [answered(1, false, same), answered(1, true, { ...same, at: at(1, 12) })];
  assert.deepEqual(standing(soon, false), { level: "attempted", count: 1, right: 0, fell: null });
  assert.equal(standing([answered(1, false, same), answered(3, true, same)], false)?.count, 2);
});

test("the last five count, and a fall says when", () => {
  const good = [1, 2, 3, 4, 5].map((day) => answered(day, true));
  assert.deepEqual(standing([answered(1, false, { at: at(1, 9) }), ...good], false)?.level, "mastered");
  const bad = [...good, answered(6, false), answered(7, false)];
  assert.deepEqual(standing(bad, false), { level: "familiar", count: 5, right: 3, fell: at(7) });
});

const HASH = "aaaaaaaaaaaa";
const item = (id: string, more: object = {}) => ({
  id,
  hash: HASH,
  objective: "weigh",
  counts: true,
  case: false,
  ...more,
});
const COURSE: Course = {
  parts: [
    {
      title: "Recognise",
      chapters: [
        {
          title: "Red flags",
          href: "red-flags.html",
          key: "quiz:a",
          items: [item("one"), item("two"), item("own", { counts: false }), item("old")],
        },
      ],
    },
  ],
  exams: [{ title: "Mock", href: "exam.html", key: "exam:m", told: true, items: [item("one")] }],
  patients: [
    { title: "Ada", href: "ada.html", key: "case:ada", hash: HASH },
    { title: "Ben", href: "ben.html", key: "case:ben", hash: HASH },
  ],
  objectives: { weigh: "Weigh a flag", other: "Something else" },
};
const answer = (...attempts: object[]) => ({ hash: HASH, attempts, revealed: false });
const tried = (day: number, share?: number, certainty: number | null = 2) => ({
  response: "a",
  certainty,
  at: at(day),
  ...(share !== undefined && { share }),
});

test("a chapter's sums count first attempts, tell old wordings apart, and guess no mark that isn't there", () => {
  const kept = new Map([
    [
      "quiz:a",
      {
        one: answer(tried(1, 0.5), tried(1, 1, null)),
        two: answer(tried(1)),
        own: answer(tried(1)),
        old: { ...answer(tried(1, 1)), hash: "bbbbbbbbbbbb" },
      },
    ],
  ]);
  const [sums] = chapterSums(COURSE, kept)[0]?.chapters ?? [];
  assert.deepEqual(
    { ...sums, chapter: null },
    { chapter: null, answered: 3, of: 4, right: 0, marked: 1, wrong: 0, older: 1 },
  );
  assert.deepEqual(certainties(COURSE, kept), [{ fraction: 0.5, certainty: 2 }]);
  assert.equal(standings(COURSE, kept).get("weigh")?.count, 1);
  assert.equal(standings(COURSE, kept).get("other"), null);
});

test("an exam counts once it is finished", () => {
  const kept = (submitted: string | null) =>
    new Map([["exam:m", { ":exam": { started: at(1), submitted }, one: answer(tried(1, 1)) }]]);
  assert.equal(examSums(COURSE, kept(null))[0]?.submitted, null);
  assert.deepEqual(certainties(COURSE, kept(null)), []);
  assert.equal(certainties(COURSE, kept(at(2))).length, 1);
  assert.deepEqual(examSums(COURSE, new Map()), []);
});

test("patients who were seen to the end give a Brier score; an older case gives none", () => {
  const run = (p: number, cancer: boolean) => ({ hash: HASH, log: [], finished: { p, cancer, at: at(1) } });
  const kept = new Map<string, Record<string, unknown>>([
    ["case:ada", run(20, false)],
    ["case:ben", { ...run(90, true), hash: "bbbbbbbbbbbb" }],
  ]);
  const { brier, ...sums } = patientSums(COURSE, kept);
  assert.deepEqual(sums, { finished: 1, begun: 0 });
  assert.ok(Math.abs((brier ?? 1) - 0.04) < 1e-9);
  assert.equal(patientSums(COURSE, new Map()).brier, null);
});
