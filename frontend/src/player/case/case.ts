// The steps of a case: where an item stands in one, and the record as it is by then.
import type { CompiledCase, CompiledQuiz, CompiledStep, RecordTab } from "../../content.ts";
import type { RichText } from "../../text.ts";

/** An item's place in a case, from 0. */
export interface StepOf {
  readonly study: CompiledCase;
  readonly place: number;
}

/** For every item of a case, where it stands. */
export function stepsOf(quiz: CompiledQuiz): ReadonlyMap<string, StepOf> {
  return new Map(
    quiz.case_studies.flatMap((study) =>
      study.steps.map(({ item }, place) => [item, { study, place }] as const),
    ),
  );
}

/** "Analyse cues". */
export function stepName({ step }: CompiledStep): string {
  const words = step.replace("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The record as a reader sees it at a step, and the tabs that have something new in them. */
export function recordAt({ study, place }: StepOf): { tabs: RecordTab[]; fresh: ReadonlySet<string> } {
  const tabs = new Map(study.record.map((tab) => [tab.name, tab]));
  for (const [number, step] of study.steps.slice(0, place + 1).entries()) {
    for (const added of step.adds) {
      const before = tabs.get(added.name);
      tabs.set(
        added.name,
        before === undefined ? added : joined(before, number === place ? asNew(added) : added),
      );
    }
  }
  return { tabs: [...tabs.values()], fresh: new Set(study.steps[place]?.adds.map(({ name }) => name)) };
}

/** What is added to a tab, marked as new within it. */
function asNew(added: RecordTab): RecordTab {
  const { text, table } = added;
  const [first = [], ...others] = text ?? [];
  const marked: RichText = [[{ strong: ["New:"] }, " ", ...first], ...others];
  return {
    ...added,
    ...(text && { text: marked }),
    ...(table && { table: { ...table, times: table.times.map((time) => `${time} (new)`) } }),
  };
}

function joined(before: RecordTab, added: RecordTab): RecordTab {
  if (!before.table || !added.table)
    return { ...before, text: [...(before.text ?? []), ...(added.text ?? [])] };
  const { times, rows } = added.table;
  const values = new Map(rows.map(([name = "", ...found]) => [name, found]));
  return {
    ...before,
    table: {
      times: [...before.table.times, ...times],
      // What was not measured again has a dash for the new times.
      rows: before.table.rows.map((row) => [...row, ...(values.get(row[0] ?? "") ?? times.map(() => "–"))]),
    },
  };
}
