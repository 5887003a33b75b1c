// The run once more, moment by moment, with what nobody could see; and going on from any of them.
import { useMemo, useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Rich } from "../../player/rich.tsx";
import type { PlayableCase } from "../../simulation/case.ts";
import type { Log } from "../../simulation/state.ts";
import { momentOf } from "../time.ts";
import { sceneOf } from "../timeline.tsx";
import { GRADES } from "../words.ts";
import { BodyChart } from "./body-chart.tsx";
import { course } from "./course.ts";

interface Props {
  readonly patient: PlayableCase;
  readonly log: Log;
  /** Plays on from a log; null where that can't be. */
  readonly onBranch: ((start: Log) => void) | null;
}

/** A slider and two buttons. */
export function Replay({ patient, log, onBranch }: Props) {
  const { prefix, level } = useSurroundings();
  // An act whose answer came at once is one moment, and what was refused is none.
  const points = useMemo(() => {
    const all = course(patient, log);
    return all.filter(({ event }, place) => {
      const next = all[place + 1]?.event;
      if (event.kind === "ordered") return !(next?.kind === "result" && next.action === event.action);
      return event.kind !== "refused" && event.kind !== "ended";
    });
  }, [patient, log]);
  const [chosen, choose] = useState(0);
  const place = Math.min(chosen, points.length - 1);
  const point = points[place];
  const id = `${prefix}-replay`;
  if (point === undefined) return null;
  const scene = sceneOf(patient, point.event);
  const { day, time } = momentOf(patient.start, point.event.at);
  const title =
    point.event.kind === "ordered"
      ? `You order: ${scene?.title}`
      : (scene?.title ?? "Something changes that nobody can see");
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        The run once more
      </Heading>
      <BodyChart patient={patient} points={points} place={place} />
      <div class="rf-pt-steps">
        <button
          type="button"
          class="rf-button"
          aria-disabled={place === 0}
          onClick={() => choose(Math.max(0, place - 1))}
        >
          Back
        </button>
        <input
          type="range"
          min="0"
          max={points.length - 1}
          value={place}
          aria-label="Moment of the run"
          aria-valuetext={`${day} ${time}, ${title}`}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          class="rf-button"
          aria-disabled={place === points.length - 1}
          onClick={() => choose(Math.min(points.length - 1, place + 1))}
        >
          Next
        </button>
      </div>
      <div class="rf-pt-moment" role="status">
        <p class="rf-pt-small">
          Moment {place + 1} of {points.length} · {day} {time} · grade {point.neuro}: {GRADES[point.neuro]} ·
          pain {point.pain} of 10
        </p>
        <p class="rf-pt-what">{title}</p>
        {scene && <Rich text={scene.text} />}
      </div>
      {onBranch && (
        <p class="rf-actions">
          <button
            type="button"
            class="rf-button"
            onClick={() =>
              onBranch(point.before.filter(({ do: what }) => what !== "pause" && what !== "write"))
            }
          >
            What if: go on from just before this
          </button>
        </p>
      )}
      <p class="rf-pt-small">
        Grades are letters of the ASIA impairment scale, from E (normal) to A (complete). The run that you
        have played is kept.
      </p>
    </>
  );
}
