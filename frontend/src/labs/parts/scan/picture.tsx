// A picture of the phantom on a canvas, labelled as a simulation, with what is drawn over it.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { LEVELS, middleOf } from "../../../clinical/phantom.ts";
import { type Display, paint } from "./paint.ts";
import { POINTS, type Slice, spacing } from "./slice.ts";

interface Props {
  readonly slice: Slice;
  /** By the tissues' numbers. */
  readonly signals: Float32Array;
  readonly display: Display;
  readonly noise: number;
  /** The picture in words. */
  readonly says: string;
  /** SVG over the picture, in its 256 x 256 points. */
  readonly children?: ComponentChildren;
}

/** Redraws in the same frame in which its settings change. */
export function Picture({ slice, signals, display, noise, says, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(undefined);
  const { low, high } = display;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d", { alpha: false });
    if (!context) return;
    image.current ??= context.createImageData(POINTS, POINTS);
    paint(slice, signals, { low, high }, noise, image.current);
    context.putImageData(image.current, 0, 0);
  }, [slice, signals, low, high, noise]);
  return (
    <div class="rf-scan">
      <canvas ref={canvas} width={POINTS} height={POINTS} role="img" aria-label={`Simulated. ${says}`} />
      <svg viewBox={`0 0 ${POINTS} ${POINTS}`} aria-hidden="true">
        <text class="rf-scan-label" x={POINTS - 4} y={POINTS - 5} text-anchor="end">
          Simulation
        </text>
        {children}
      </svg>
    </div>
  );
}

/** Names of the vertebrae beside a side view. */
export function LevelNames({ slice }: { readonly slice: Slice }) {
  const step = spacing(slice.plane);
  return (
    <>
      {LEVELS.map((name, level) => (
        <text key={name} class="rf-scan-label" x={5} y={middleOf(level) / step + 4}>
          {name}
        </text>
      ))}
    </>
  );
}
