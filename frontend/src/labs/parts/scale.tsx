// The line from 2 in 10,000 to nearly all, on log odds: where people start, and how far an answer carries them.
import type { ComponentChildren } from "preact";
import { inThousand, logit } from "./people.ts";

const LOWEST = 0.0002;
const HIGHEST = 0.95;
const TICKS = [0.001, 0.01, 0.1, 0.5, 0.9] as const;
/** Free space at each side, in per cent. */
const SIDE = 5;

interface Props {
  /** The picture in a sentence. */
  readonly says: string;
  readonly start: number;
  /** What the ratios say, one end to the other; null for a start alone. */
  readonly band: readonly [number, number] | null;
  /** The same with chance; null where no interval is known. */
  readonly reach: readonly [number, number] | null;
}

/** The start as a ring, the band as a bar with a diamond at each end, chance as a thin line. */
export function Scale({ says, start, band, reach }: Props) {
  // Places are per cent of the width, so that type keeps its size on a phone.
  return (
    <div class="rf-scale">
      <svg width="100%" height="96" role="img" aria-label={says}>
        <line class="rf-scale-axis" x1={at(LOWEST)} x2={at(HIGHEST)} y1={64} y2={64} />
        {TICKS.map((tick) => (
          <Mark key={tick} place={tick}>
            <line class="rf-scale-axis" y1={60} y2={68} />
            <text y={86} text-anchor="middle">
              {inThousand(tick)}
            </text>
          </Mark>
        ))}
        {reach && <Span class="rf-scale-reach" y={40} ends={reach} />}
        {reach?.map((end, place) => (
          <Mark key={place} place={end}>
            <line class="rf-scale-reach" y1={33} y2={47} />
          </Mark>
        ))}
        {band && <Span class="rf-scale-band" y={40} ends={band} />}
        {band?.map((end, place) => (
          <Mark key={place} place={end}>
            <path class="rf-scale-end" d="M0 31l9 9l-9 9l-9-9z" />
          </Mark>
        ))}
        <Mark place={start}>
          <line class="rf-scale-lead" y1={24} y2={57} />
          <circle class="rf-scale-start" cy={64} r={7} />
          <text y={16} text-anchor="middle">
            start
          </text>
        </Mark>
      </svg>
      <p class="rf-scale-unit" aria-hidden="true">
        in 1,000 people
      </p>
    </div>
  );
}

function Mark({ place, children }: { readonly place: number; readonly children: ComponentChildren }) {
  return (
    <svg x={at(place)} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

interface SpanProps {
  readonly class: string;
  readonly y: number;
  readonly ends: readonly [number, number];
}

function Span({ y, ends: [low, high], ...rest }: SpanProps) {
  return <line {...rest} x1={at(low)} x2={at(high)} y1={y} y2={y} />;
}

function at(probability: number): string {
  const within = Math.min(HIGHEST, Math.max(LOWEST, probability));
  const share = (logit(within) - logit(LOWEST)) / (logit(HIGHEST) - logit(LOWEST));
  return `${(SIDE + share * (100 - 2 * SIDE)).toFixed(2)}%`;
}
