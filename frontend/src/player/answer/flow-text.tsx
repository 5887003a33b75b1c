// Text with controls in it: places to fill, spans to highlight.
import type { ComponentChildren } from "preact";
import type { BlankSegment, SpanSegment } from "../../content.ts";

interface Props {
  readonly segments: readonly (string | BlankSegment | SpanSegment)[];
  /** Draws the control of that name. */
  readonly control: (name: string) => ComponentChildren;
}

/** The text in its order; a full stop never starts a line. */
export function FlowText({ segments, control }: Props) {
  return (
    <>
      {segments.map((segment, place) => {
        if (typeof segment === "string") return place === 0 ? segment : splitStop(segment)[1];
        const next = segments[place + 1];
        return (
          <span class="rf-blank-box" key={place}>
            {control("span" in segment ? segment.span : segment.blank)}
            {typeof next === "string" && splitStop(next)[0]}
          </span>
        );
      })}
    </>
  );
}

/** Punctuation that begins a piece of text, and the rest. */
function splitStop(text: string): [string, string] {
  const stop = /^[.,;:!?)’”]*/.exec(text)?.[0] ?? "";
  return [stop, text.slice(stop.length)];
}
