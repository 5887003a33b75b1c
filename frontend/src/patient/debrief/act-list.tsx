// Every act with its value and why: what was done, what was not, what was rightly left alone.
import type { ComponentChildren } from "preact";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import { Sign, type Verdict } from "../../player/sign.tsx";
import type { Action, PlayableCase, Value } from "../../simulation/case.ts";
import { acts, bestOf, closes, weightOf } from "../../simulation/marks.ts";
import type { State } from "../../simulation/state.ts";
import { duration, momentOf } from "../time.ts";
import { VALUES } from "../words.ts";

const SIGNS: Readonly<Record<Value, Verdict>> = {
  critical: "right",
  useful: "right",
  neutral: "none",
  wasteful: "partly",
  harmful: "wrong",
};

interface Props {
  readonly patient: PlayableCase;
  readonly state: State;
}

/** Three lists, each act with its reason to open; what weighs most is open already. */
export function ActList({ patient, state }: Props) {
  const { prefix, level } = useSurroundings();
  const done = acts(patient, state);
  const ids = new Set(done.map(({ action }) => action.id));
  const rest = patient.actions.filter(({ id }) => !ids.has(id));
  const missed = rest.filter((action) => weightOf(action) > 0);
  const avoided = rest.filter(({ value }) => value === "wasteful" || value === "harmful");
  const time = (at: number) => {
    const { day, time: clock } = momentOf(patient.start, at);
    return `${day.slice(0, 3)} ${clock}`;
  };
  const late = ({ action, at }: { action: Action; at: number }) => {
    const end = action.window && closes(action.window, state);
    return end !== null && at > end;
  };
  return (
    <>
      <List id={`${prefix}-done`} level={level + 1} title="What you did">
        {done.map(({ action, at, value }) => (
          <Row
            key={`${action.id} ${at}`}
            action={action}
            verdict={SIGNS[value]}
            words={`${VALUES[value]} · ${time(at)}${late({ action, at }) ? " · late" : ""}`}
            open={value === "harmful"}
          />
        ))}
      </List>
      <List id={`${prefix}-missed`} level={level + 1} title="What you didn’t do, and would have helped">
        {missed.map((action) => (
          <Row
            key={action.id}
            action={action}
            verdict="missed"
            words={`${VALUES[bestOf(action)]}, not done`}
            open={bestOf(action) === "critical"}
          />
        ))}
      </List>
      {avoided.length > 0 && (
        <details class="rf-folded">
          <summary>What you rightly left alone ({avoided.length})</summary>
          <ul class="rf-pt-list">
            {avoided.map((action) => (
              <Row
                key={action.id}
                action={action}
                verdict="right"
                words={`${VALUES[action.value]}, not done`}
                open={false}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly level: number;
  readonly title: string;
  readonly children: ComponentChildren[];
}

function List({ id, level, title, children }: ListProps) {
  return (
    <>
      <Heading level={level} id={id} class="rf-pt-title">
        {title}
      </Heading>
      {children.length === 0 ? <p class="rf-pt-small">Nothing.</p> : <ul class="rf-pt-list">{children}</ul>}
    </>
  );
}

interface RowProps {
  readonly action: Action;
  readonly verdict: Verdict;
  readonly words: string;
  readonly open: boolean;
}

function Row({ action, verdict, words, open }: RowProps) {
  const head = (
    <>
      <Sign verdict={verdict} />
      <span>
        {action.label} <small>{words}</small>
      </span>
    </>
  );
  if (action.why === null) return <li class="rf-pt-row">{head}</li>;
  return (
    <li>
      <details open={open}>
        <summary class="rf-pt-row">{head}</summary>
        <div class="rf-pt-why">
          <Rich text={action.why} />
          {action.window && <p class="rf-pt-small">Due within {duration(action.window.minutes)}.</p>}
        </div>
      </details>
    </li>
  );
}
