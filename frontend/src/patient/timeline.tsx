// What has happened, in the order of the clock.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";
import { Rich } from "../player/rich.tsx";
import { actionOf, type PlayableCase } from "../simulation/case.ts";
import type { Event, State } from "../simulation/state.ts";
import type { RichText } from "../text.ts";
import { useSame } from "./same.ts";
import { duration, momentOf } from "./time.ts";
import { STAGE_WORDS } from "./words.ts";

/** What a reader sees of an event. */
export interface Scene {
  readonly at: number;
  readonly kind: "person" | "act" | "change" | "note";
  readonly title: string;
  readonly text: RichText;
  /** When the result is due, while it isn't in. */
  readonly due?: number;
}

const NONE: RichText = [];

/** The events worth telling; an act and its answer are one where nothing came between. */
export function scenes(patient: PlayableCase, { timeline, pending, stages }: State): Scene[] {
  const all: Scene[] = [];
  for (const [place, event] of timeline.entries()) {
    const scene = sceneOf(patient, event);
    if (scene === null) continue;
    const before = timeline[place - 1];
    if (event.kind === "result" && before?.kind === "ordered" && before.action === event.action) {
      all[all.length - 1] = { ...scene, title: scene.title };
      continue;
    }
    if (event.kind === "stage") {
      const answer = stages[event.stage];
      const name = patient.diagnoses.find(({ id }) => id === answer?.ranks[0])?.text ?? "";
      all.push({ ...scene, title: `${scene.title}: ${name}, cancer ${answer?.cancer} %` });
      continue;
    }
    const due = event.kind === "ordered" && pending.find(({ action }) => action === event.action)?.due;
    all.push(due === false || due === undefined ? scene : { ...scene, due });
  }
  return all;
}

/** One event; null for what nobody sees. */
export function sceneOf(patient: PlayableCase, event: Event): Scene | null {
  const { at } = event;
  switch (event.kind) {
    case "opening":
      return { at, kind: "person", title: patient.person.name, text: patient.opening };
    case "ordered":
      return { at, kind: "act", title: labelOf(patient, event.action), text: NONE };
    case "turned-away": {
      const action = actionOf(patient, event.action);
      return { at, kind: "act", title: action?.label ?? "", text: action?.needs?.say ?? NONE };
    }
    case "result": {
      const action = actionOf(patient, event.action);
      return {
        at,
        kind: "act",
        title: action?.label ?? "",
        text: action?.gives[event.outcome]?.text ?? NONE,
      };
    }
    case "transition": {
      const text = patient.transitions[event.transition]?.then.text;
      return text ? { at, kind: "change", title: "Meanwhile", text } : null;
    }
    case "waited":
      return { at, kind: "note", title: `You wait ${duration(event.minutes)}`, text: NONE };
    case "stage":
      return { at, kind: "note", title: `Your view (${STAGE_WORDS[event.stage].toLowerCase()})`, text: NONE };
    case "time-up":
      return { at, kind: "note", title: "The story ends here: its time is over", text: NONE };
    case "epilogue":
      return {
        at,
        kind: "person",
        title: "What became of it",
        text: patient.epilogue[event.epilogue]?.text ?? [],
      };
    case "ended":
    case "refused":
      return null;
  }
}

function labelOf(patient: PlayableCase, id: string): string {
  return actionOf(patient, id)?.label ?? "";
}

interface Props {
  readonly patient: PlayableCase;
  readonly state: State;
}

/** The list; it shows its newest entry. */
export function Timeline({ patient, state }: Props) {
  const { prefix, level } = useSurroundings();
  const scroll = useRef<HTMLDivElement>(null);
  const id = `${prefix}-timeline`;
  const all = useMemo(() => scenes(patient, state), [patient, state.timeline, state.pending]);
  const same = useSame();
  // Before it is painted: an answer under the edge is none.
  useLayoutEffect(() => {
    const box = scroll.current;
    const last = box?.querySelector<HTMLElement>(":scope > ol > li:last-child");
    if (!box || !last) return;
    // The top of a long entry is where reading begins.
    box.scrollTop = Math.min(box.scrollHeight - box.clientHeight, last.offsetTop - box.offsetTop - 8);
  }, [all.length]);
  return (
    <section class="rf-pt-panel rf-pt-story" aria-labelledby={id}>
      <div class="rf-pt-top">
        <Heading level={level + 1} id={id} class="rf-pt-title">
          What happened
        </Heading>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard */}
      <div class="rf-pt-scroll" ref={scroll} role="group" aria-label="Timeline" tabIndex={0}>
        <ol>
          {all.map((scene, place) => {
            const day = momentOf(patient.start, scene.at).day;
            const before = all[place - 1];
            const isNewDay = before === undefined || momentOf(patient.start, before.at).day !== day;
            const key = `${place} ${scene.kind} ${scene.title}`;
            return same(key, [scene.at, scene.due, isNewDay, scene.text], () => (
              <SceneItem key={key} scene={scene} start={patient.start} day={isNewDay ? day : null} />
            ));
          })}
        </ol>
      </div>
    </section>
  );
}

interface SceneProps {
  readonly scene: Scene;
  readonly start: string;
  /** The name of a day that begins here. */
  readonly day: string | null;
}

function SceneItem({ scene, start, day }: SceneProps) {
  const { at, kind, title, text, due } = scene;
  const { time } = momentOf(start, at);
  return (
    <li class={`rf-pt-scene rf-pt-is-${kind}`}>
      <span class="rf-pt-time">
        {day && <b>{day.slice(0, 3)} </b>}
        {time}
      </span>
      <div>
        <p class="rf-pt-what">{title}</p>
        {due !== undefined && <p class="rf-pt-due">Result due {momentOf(start, due).time}</p>}
        <Rich text={text} />
      </div>
    </li>
  );
}

/** The newest scenes, for a phone that shows the list of acts. */
export function Latest({
  patient,
  state,
  from,
}: Props & {
  /** How many events there were before the last act. */
  readonly from: number;
}) {
  const fresh = scenes(patient, { ...state, timeline: state.timeline.slice(from) });
  if (from === 0 || fresh.length === 0) return null;
  return (
    <div class="rf-pt-latest">
      <ol>
        {fresh.map((scene, place) => (
          <SceneItem key={`${from} ${place}`} scene={scene} start={patient.start} day={null} />
        ))}
      </ol>
    </div>
  );
}
