// A drawn body, seen from one side, with marks: the picture that several explorers share.
import type { ComponentChildren } from "preact";

/** The outline that labs/_body.py draws. */
export interface BodyShape {
  readonly outline: string;
  readonly size: readonly [width: number, height: number];
}

interface Props {
  readonly body: BodyShape;
  readonly side: "front" | "back";
  /** What the picture shows, in words. */
  readonly says: string;
  /** Marks, in the outline's own coordinates. */
  readonly children: ComponentChildren;
}

/** The body and its marks as one picture. */
export function Body({ body: { outline, size }, side, says, children }: Props) {
  return (
    <div class="rf-body-side">
      <span aria-hidden="true">{side}</span>
      <svg class="rf-body" viewBox={`0 0 ${size.join(" ")}`} role="img" aria-label={says}>
        <path d={outline} fill="var(--rf-card)" stroke="var(--rf-line)" stroke-width="2.5" />
        {children}
      </svg>
    </div>
  );
}
