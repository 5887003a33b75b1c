// Strength and pain over the hours of a run, with the moment that is looked at.
import type { Grade, PlayableCase } from "../../simulation/case.ts";
import { duration, momentOf } from "../time.ts";
import type { Point } from "./course.ts";

const WIDTH = 420;
const LEFT = 64;
const RIGHT = 12;
const LANE = 70;
const GAP = 22;
const GRADES: readonly Grade[] = ["E", "D", "C", "B", "A"];
const MOST_PAIN = 10;
/** In a longer story a day of the week comes twice. */
const WEEK = 7 * 24 * 60;

interface Props {
  readonly patient: PlayableCase;
  readonly points: readonly Point[];
  readonly place: number;
}

/** Two lanes of steps; the words beside it say the same of each moment. */
export function BodyChart({ patient, points, place }: Props) {
  // One step a moment, not a minute: so it stands in line with the slider, and a busy hour can be read.
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / Math.max(1, points.length - 1);
  const grade = (letter: Grade) => 12 + (LANE * GRADES.indexOf(letter)) / (GRADES.length - 1);
  const pain = (level: number) => 12 + LANE + GAP + LANE * (1 - level / MOST_PAIN);
  const path = (y: (point: Point) => number) =>
    points.map((point, at) => (at === 0 ? `M${x(at)} ${y(point)}` : `H${x(at)}V${y(point)}`)).join("");
  const bottom = 12 + 2 * LANE + GAP;
  const now = points[place];
  // Few enough to be read on a phone.
  const ticks = [0, 1, 2].map((half) => Math.round(((points.length - 1) * half) / 2));
  return (
    <svg class="rf-pt-chart" viewBox={`0 0 ${WIDTH} ${bottom + 26}`} aria-hidden="true" focusable="false">
      {GRADES.map((letter) => (
        <g key={letter}>
          <path class="rf-pt-ring" d={`M${LEFT} ${grade(letter)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 8} y={grade(letter) + 5} text-anchor="end">
            {letter === "E" ? "Grade E" : letter}
          </text>
        </g>
      ))}
      {[0, 5, 10].map((level) => (
        <g key={level}>
          <path class="rf-pt-ring" d={`M${LEFT} ${pain(level)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 8} y={pain(level) + 5} text-anchor="end">
            {level === 10 ? "Pain 10" : level}
          </text>
        </g>
      ))}
      {[...new Set(ticks)].map((at) => {
        const minute = points[at]?.event.at ?? 0;
        const { day, time } = momentOf(patient.start, minute);
        return (
          <text
            key={at}
            x={x(at)}
            y={bottom + 20}
            text-anchor={at === 0 ? "start" : at === points.length - 1 ? "end" : "middle"}
          >
            {patient.limit < WEEK ? `${day.slice(0, 3)} ${time}` : duration(minute)}
          </text>
        );
      })}
      <path class="rf-pt-line" d={path((point) => grade(point.neuro))} />
      <path class="rf-pt-line rf-pt-dashed" d={path((point) => pain(point.pain))} />
      {now && (
        <>
          <path class="rf-pt-cursor" d={`M${x(place)} 6V${bottom}`} />
          <circle cx={x(place)} cy={grade(now.neuro)} r="5" />
          <circle cx={x(place)} cy={pain(now.pain)} r="5" />
        </>
      )}
    </svg>
  );
}
