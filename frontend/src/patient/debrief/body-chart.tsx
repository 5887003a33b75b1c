// Strength and pain over the hours of a run, with the moment that is looked at.
import type { Grade, PlayableCase } from "../../simulation/case.ts";
import { momentOf } from "../time.ts";
import type { Point } from "./course.ts";

const WIDTH = 640;
const LEFT = 64;
const RIGHT = 8;
const LANE = 74;
const GAP = 22;
const GRADES: readonly Grade[] = ["E", "D", "C", "B", "A"];
const MOST_PAIN = 10;
const HOUR = 60;

interface Props {
  readonly patient: PlayableCase;
  readonly points: readonly Point[];
  readonly place: number;
}

/** Two lanes of steps; the words beside it say the same of each moment. */
export function BodyChart({ patient, points, place }: Props) {
  const end = Math.max(1, points.at(-1)?.event.at ?? 1);
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / end;
  const grade = (letter: Grade) => 12 + (LANE * GRADES.indexOf(letter)) / (GRADES.length - 1);
  const pain = (level: number) => 12 + LANE + GAP + LANE * (1 - level / MOST_PAIN);
  const path = (y: (point: Point) => number) =>
    points
      .map(
        (point, at) =>
          `${at === 0 ? `M${x(point.event.at)} ${y(point)}` : `H${x(point.event.at)}V${y(point)}`}`,
      )
      .join("");
  const bottom = 12 + 2 * LANE + GAP;
  const now = points[place];
  // Few enough to be read on a phone.
  const step = [6, 12, 24, 48, 96, 168].map((hours) => hours * HOUR).find((each) => end / each <= 4) ?? end;
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
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
      {ticks.map((at) => {
        const { day, time } = momentOf(patient.start, at);
        return (
          <text key={at} x={x(at)} y={bottom + 20} text-anchor={at === 0 ? "start" : "middle"}>
            {day.slice(0, 3)} {time}
          </text>
        );
      })}
      <path class="rf-pt-line" d={path((point) => grade(point.neuro))} />
      <path class="rf-pt-line rf-pt-dashed" d={path((point) => pain(point.pain))} />
      {points.map(({ event }, at) =>
        event.kind === "ordered" ? (
          <path key={at} class="rf-pt-tick" d={`M${x(event.at)} ${12 + LANE + 6}v${GAP - 12}`} />
        ) : null,
      )}
      {now && (
        <>
          <path class="rf-pt-cursor" d={`M${x(now.event.at)} 6V${bottom}`} />
          <circle cx={x(now.event.at)} cy={grade(now.neuro)} r="5" />
          <circle cx={x(now.event.at)} cy={pain(now.pain)} r="5" />
        </>
      )}
    </svg>
  );
}
