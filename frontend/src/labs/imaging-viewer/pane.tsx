// One stack: its picture, its slider, its keys, and a ruler.
import { useRef, useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Outline } from "../parts/scan/outline.tsx";
import type { Display } from "../parts/scan/paint.ts";
import { Picture } from "../parts/scan/picture.tsx";
import { type Plane, POINTS, placeOf, pointOf, sliceOf, spacing } from "../parts/scan/slice.ts";
import { shade } from "../parts/scan/words.ts";
import { SPREADS, stateFor } from "./brightness.ts";
import { type Data, type Kind, type Point, type State, stateOf } from "./data.ts";
import { describe } from "./describe.ts";

interface Props {
  readonly kind: Kind;
  readonly signals: Float32Array;
  readonly display: Display;
}

/** A ruler in the hand: where it points, and where it was put down first. */
interface Pen {
  readonly at: Point;
  readonly from: Point | null;
}

const NAMES = { sagittal: "Side view", axial: "Cross-section" } as const;
const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Points that an arrow moves the ruler by with the shift key. */
const FAR = 10;

/** Arrow keys go through both stacks; a click goes to the slice of the other stack that runs there. */
export function Pane({ kind, signals, display }: Props) {
  const { prefix, level } = useSurroundings();
  const { data, state: raw, set, say } = useLab<Data, State>();
  const state = stateOf(data, raw);
  const [pen, take] = useState<Pen | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const places = data[kind];
  const plane: Plane = { kind, at: places[state[kind]] ?? 0 };
  const slice = sliceOf(data.scene, plane);
  const words = describe(data, state, slice, signals);
  const other = kind === "sagittal" ? "axial" : "sagittal";
  const position = `${NAMES[kind]} ${state[kind] + 1} of ${places.length}`;

  const put = (at: Point) => {
    if (pen?.from) {
      set({ measure: { plane: kind, slice: state[kind], from: pen.from, to: at } });
      say(`${length(pen.from, at, plane)}.`);
      take(null);
    } else {
      take({ at, from: at });
      say("First end put down. Move on, and put down the second.");
    }
  };
  const go = (stack: Kind, by: number) =>
    set({ [stack]: Math.min(data[stack].length - 1, Math.max(0, state[stack] + by)) });

  const press = (event: KeyboardEvent) => {
    const spread = SPREADS.find(({ key }) => key === event.key);
    const step = STEPS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined && pen !== null) {
      const by = event.shiftKey ? FAR : 1;
      const at = pen.at.map((part, axis) => Math.min(POINTS, Math.max(0, part + by * (step[axis] ?? 0))));
      take({ ...pen, at: at as unknown as Point });
      say(`${whereIs(at as unknown as Point, plane)}, on something ${shadeAt(at as unknown as Point)}.`);
    } else if (step !== undefined) {
      go(step[0] === 0 ? "axial" : "sagittal", step[0] + step[1]);
    } else if (spread !== undefined) {
      set(stateFor(spread, signals));
      say(`Brightness: ${spread.label}.`);
    } else if (event.key === "m") {
      take(pen === null ? { at: [POINTS / 2, POINTS / 2], from: null } : null);
      say(pen === null ? "Ruler taken: arrows move it, Enter puts an end down." : "Ruler put away.");
    } else if (event.key === "Enter" && pen !== null) {
      put(pen.at);
    } else if (event.key === "Escape" && pen !== null) {
      take(null);
    } else {
      return;
    }
    event.preventDefault();
  };

  const shadeAt = ([column, row]: Point) => {
    const place = Math.min(POINTS - 1, Math.floor(row)) * POINTS + Math.min(POINTS - 1, Math.floor(column));
    return shade(signals[slice.first[place] ?? 0] ?? 0, display);
  };

  const point = (event: MouseEvent): Point => {
    const box = surface.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const along = (place: number, start: number, size: number) =>
      Math.round(Math.min(1, Math.max(0, (place - start) / size)) * POINTS);
    return [along(event.clientX, box.left, box.width), along(event.clientY, box.top, box.height)];
  };

  const click = (event: MouseEvent) => {
    const at = point(event);
    if (pen !== null) return put(at);
    const place = placeOf(plane, ...at);
    const wanted = place[other === "sagittal" ? 0 : 2];
    set({ [other]: nearest(data[other], wanted) });
  };

  const { measure } = state;
  const shown = measure?.plane === kind && measure.slice === state[kind] ? measure : null;
  return (
    <div class="rf-viewer-pane">
      <Heading level={level + 1} id={`${prefix}-${kind}`} class="rf-viewer-head">
        {NAMES[kind]}
      </Heading>
      <div
        class="rf-viewer-surface"
        role="application"
        aria-label={`${position}. Arrow keys: left and right through the side views, up and down through the cross-sections. 1 to 3: brightness. M: ruler.`}
        aria-describedby={`${prefix}-${kind}-words`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an instrument with keys of its own, all of which its name says
        tabIndex={0}
        ref={surface}
        onKeyDown={press}
        onClick={click}
        onMouseMove={(event) => pen !== null && take({ ...pen, at: point(event) })}
      >
        <Picture slice={slice} signals={signals} display={display} noise={0} says={`${position}. ${words}`}>
          <Cross plane={plane} other={data[other][state[other]] ?? 0} />
          {shown && <Ruler from={shown.from} to={shown.to} plane={plane} />}
          {pen && <Ruler from={pen.from ?? pen.at} to={pen.at} plane={plane} />}
          {state.submitted &&
            data.scene.lesions.map((lesion, place) => <Outline key={place} slice={slice} lesion={lesion} />)}
        </Picture>
      </div>
      <Slider
        label="Slice"
        name={`${kind}-slice`}
        min={0}
        max={places.length - 1}
        step={1}
        value={state[kind]}
        words={`${state[kind] + 1} of ${places.length}`}
        onChange={(value) => set({ [kind]: value })}
      />
      <details class="rf-folded">
        <summary>This slice in words</summary>
        <p id={`${prefix}-${kind}-words`}>{words}</p>
      </details>
      <p class="rf-viewer-ruler">
        <button
          type="button"
          class="rf-button"
          aria-pressed={pen !== null}
          onClick={() => {
            take(pen === null ? { at: [POINTS / 2, POINTS / 2], from: null } : null);
            surface.current?.focus();
          }}
        >
          Measure
        </button>
        {pen === null
          ? shown && `${length(shown.from, shown.to, plane)} (simulated)`
          : "Click twice, or move with the arrow keys and press Enter twice; Esc ends."}
      </p>
    </div>
  );
}

/** Where the other stack's slice runs. */
function Cross({ plane, other }: { readonly plane: Plane; readonly other: number }) {
  const [column, row] = pointOf(plane, [other, 0, other]);
  return plane.kind === "sagittal" ? (
    <line class="rf-viewer-cross" x1={0} x2={POINTS} y1={row} y2={row} />
  ) : (
    <line class="rf-viewer-cross" x1={column} x2={column} y1={0} y2={POINTS} />
  );
}

interface RulerProps {
  readonly from: Point;
  readonly to: Point;
  readonly plane: Plane;
}

function Ruler({ from, to, plane }: RulerProps) {
  return (
    <g class="rf-viewer-line">
      <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      {[from, to].map(([column, row], place) => (
        <path key={place} d={`M${column - 4} ${row}h8m-4 -4v8`} />
      ))}
      <text class="rf-scan-label" x={Math.min(to[0] + 6, POINTS - 40)} y={Math.max(10, to[1] - 5)}>
        {length(from, to, plane)}
      </text>
    </g>
  );
}

/** A distance in mm. */
export function millimetres(from: Point, to: Point, plane: Plane): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]) * spacing(plane);
}

function length(from: Point, to: Point, plane: Plane): string {
  return `${millimetres(from, to, plane).toFixed(0)} mm`;
}

function whereIs([column, row]: Point, plane: Plane): string {
  const step = spacing(plane);
  return `${(column * step).toFixed(0)} mm from the left edge, ${(row * step).toFixed(0)} mm from the top`;
}

function nearest(places: readonly number[], wanted: number): number {
  const far = places.map((place) => Math.abs(place - wanted));
  return far.indexOf(Math.min(...far));
}
