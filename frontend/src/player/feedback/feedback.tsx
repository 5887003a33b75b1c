// Feedback on an item: a verdict, the arithmetic, the reasons, and what to take home.
import type { Ref } from "preact";
import type { Item } from "../../content.ts";
import { mark } from "../../marking/mark.ts";
import { Citation } from "../citation.tsx";
import { useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import { isSelfMarked } from "../kinds.ts";
import { round } from "../phase.ts";
import type { ItemRecord } from "../record.ts";
import { Phrase } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { arithmetic, certaintyWords, chanceWords } from "./arithmetic.ts";
import { FreeTextFeedback } from "./free-text.tsx";
import { Full } from "./full.tsx";
import { Hint } from "./hint.tsx";
import { verdictOf } from "./verdict.ts";

interface Props {
  readonly item: Item;
  readonly record: ItemRecord;
  /** A hint keeps the key back. */
  readonly kind: "hint" | "full";
  /** False while a learner waits for it: then the verdict is painted first, and the reasons a frame later. */
  readonly whole: boolean;
  readonly heading: Ref<HTMLHeadingElement>;
  /** Keeps the points that a learner ticks in marking their own text. */
  readonly onMet: (met: readonly string[]) => void;
}

/** What opens under a submitted answer; the focus moves to its heading. */
export function Feedback({ item, record, kind, whole, heading, onMet }: Props) {
  const { level, prefix } = useSurroundings();
  const last = record.attempts.at(-1);
  if (last === undefined) return null;
  const marked = mark(item, last.response);
  const { verdict, says } = verdictOf(item, last, marked, round(record).length);
  const id = `${prefix}-${item.id}-feedback`;
  return (
    <div class="rf-feedback">
      <Heading level={level + 1} id={id} class={`rf-verdict rf-verdict-${verdict}`} focus={heading}>
        <Sign verdict={verdict} /> {says}
      </Heading>
      {!isSelfMarked(item) && <Marks item={item} record={record} />}
      {whole && (
        <>
          {isSelfMarked(item) ? (
            <FreeTextFeedback item={item} attempt={last} marked={marked} onMet={onMet} />
          ) : kind === "hint" ? (
            <Hint item={item} marked={marked} />
          ) : (
            <Full item={item} marked={marked} />
          )}
          {kind === "full" && <TakeHome item={item} />}
        </>
      )}
    </div>
  );
}

function Marks({ item, record }: { readonly item: Item; readonly record: ItemRecord }) {
  const first = record.attempts[0];
  if (first === undefined) return null;
  const marked = mark(item, first.response);
  const certainty = certaintyWords(first, marked);
  return (
    <p class="rf-marks">
      {record.attempts.length > 1 && <span>Your first attempt counts.</span>}{" "}
      <span>Marks: {arithmetic(item, marked)}.</span> {certainty && <span>{certainty}.</span>}{" "}
      <span>{chanceWords(marked)}</span>
    </p>
  );
}

function TakeHome({ item }: { readonly item: Item }) {
  const { objectives } = useSurroundings();
  const objective = objectives[item.objective];
  return (
    <>
      <p class="rf-take-home">
        <b class="rf-lead">Take home:</b> <Phrase text={item.take_home} />
      </p>
      <p class="rf-sources">
        {objective && <span>Objective: {objective}</span>}
        <span class="rf-chips">
          Evidence:{" "}
          {item.evidence.map((entry) => (
            <Citation key={entry} entry={entry} text="" chip />
          ))}
        </span>
      </p>
    </>
  );
}
