// One question of an exam: its form, its certainty, a flag; and nothing about right or wrong.
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import type { Item } from "../../content.ts";
import { certaintyKey } from "../certainty-key.ts";
import { useSurroundings } from "../context.ts";
import type { Mode } from "../mode.ts";
import { phaseOf } from "../phase.ts";
import { Question } from "../question.tsx";
import type { ItemRecord } from "../record.ts";
import type { Store } from "../store.ts";
import { useRecord } from "../use-record.ts";
import { CertaintyChoice } from "./certainty-choice.tsx";
import { asksCertainty } from "./progress.ts";

interface Props {
  readonly item: Item;
  readonly place: number;
  readonly store: Store;
  readonly mode: Mode;
  readonly focus: Ref<HTMLHeadingElement>;
}

/** The question, open or locked. */
export function ExamItem({ item, place, store, mode, focus }: Props) {
  const { prefix } = useSurroundings();
  const record = useRecord(store, item);
  const [said, say] = useState("");
  const [older] = useState(() => store.isOlder(item));
  const id = `${prefix}-${item.id}`;
  const phase = phaseOf(item, record, mode);
  const locked = phase !== "answering";
  const change = (what: Partial<ItemRecord>, when: "now" | "soon") => {
    store.put(item, { ...store.record(item), ...what }, when);
  };
  const press = (event: KeyboardEvent) => {
    const sure = locked || !asksCertainty(item, mode) ? undefined : certaintyKey(event);
    if (sure === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    change({ sure }, "now");
  };
  return (
    <article class="rf-item" data-phase={phase} aria-labelledby={id} onKeyDown={press}>
      <Question
        item={item}
        place={place}
        older={older && !locked}
        response={record.attempts[0]?.response ?? record.draft ?? null}
        locked={locked}
        form
        focus={focus}
        onChange={(draft) => {
          say("");
          change({ draft }, "soon");
        }}
        onSay={say}
      />
      {!locked && (
        <>
          {asksCertainty(item, mode) && (
            <CertaintyChoice
              name={`${id}-sure`}
              sure={record.sure}
              onChoose={(sure) => change({ sure }, "now")}
            />
          )}
          <label class="rf-flag">
            <input
              type="checkbox"
              checked={record.flagged === true}
              onChange={(event) => change({ flagged: event.currentTarget.checked }, "now")}
            />
            <span>Flag to look at again</span>
          </label>
        </>
      )}
      <p class="rf-said" role="status">
        {said}
      </p>
    </article>
  );
}
