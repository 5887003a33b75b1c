// The two cuts through the drawn spine: lengthwise from the side, and across.
import {
  across,
  type Compartment,
  type Inside,
  lengthwise,
  type Outlines,
  PITCH,
} from "../../clinical/spine.ts";
import { useSurroundings } from "../../player/context.ts";
import type { Cut, Data, Level } from "./data.ts";

interface Props {
  readonly cuts: Data["cuts"];
  /** The vertebra above, the chosen one, the one below; undefined beyond the drawn part of the spine. */
  readonly bones: readonly (Level | undefined)[];
  readonly inside: Inside;
  readonly compartment: Compartment;
  /** From 0 to 1. */
  readonly growth: number;
  readonly says: string;
}

/** Both cuts, each a picture of its own. */
export function Cuts({ cuts, bones, inside, compartment, growth, says }: Props) {
  const { prefix } = useSurroundings();
  const hatch = `${prefix}-hatch`;
  const soft = { inside, compartment, growth };
  const long = lengthwise(inside, compartment, growth);
  return (
    <>
      <svg
        class="rf-spine-cut"
        viewBox={cuts.lengthwise.box}
        role="img"
        aria-label={`Lengthwise, front left: ${says}`}
      >
        <defs>
          <pattern
            id={hatch}
            width="3"
            height="3"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="3" fill="var(--rf-tumour)" />
            <path d="M 0 0 V 3" stroke="var(--rf-bone)" stroke-width="0.8" />
          </pattern>
        </defs>
        <Drawn cut={cuts.lengthwise} outlines={long} up={-1} hatch={hatch} {...soft} />
        {bones.map((bone, place) => (
          <text
            key={place}
            x="-41"
            y={PITCH * (place - 1) + 2}
            text-anchor="end"
            font-size="8.6"
            fill="var(--rf-ink)"
          >
            {bone?.id}
          </text>
        ))}
      </svg>
      <svg
        class="rf-spine-cut"
        viewBox={cuts.across.box}
        role="img"
        aria-label={`Across, front above: ${says}`}
      >
        <Drawn
          cut={cuts.across}
          outlines={across(inside, compartment, growth)}
          up={1}
          hatch={hatch}
          {...soft}
        />
      </svg>
    </>
  );
}

interface DrawnProps {
  readonly cut: Cut;
  readonly outlines: Outlines;
  /** -1 where the second number of a point grows upwards. */
  readonly up: 1 | -1;
  readonly hatch: string;
  readonly compartment: Compartment;
}

function Drawn({ cut, outlines: { sac, cord, tumour, strands }, up, hatch, compartment }: DrawnProps) {
  const lump = tumour.length > 0 && <path key="lump" d={path(tumour, up)} fill={`url(#${hatch})`} />;
  const inner = [
    <path key="sac" d={path(sac, up)} fill="var(--rf-csf)" stroke-width="0.9" />,
    <Strands key="strands" strands={strands} up={up} />,
    cord.length > 0 && <path key="cord" d={path(cord, up)} fill="var(--rf-cord)" />,
  ];
  return (
    <g stroke="var(--rf-on-tissue)" stroke-width="0.5" stroke-linejoin="round">
      {cut.bones.map(({ d, tissue }) => (
        <path key={d} d={d} fill={`var(--rf-${tissue})`} />
      ))}
      {compartment === "extradural" ? [lump, ...inner] : [...inner, lump]}
    </g>
  );
}

/** Roots that hang in the sac: lines lengthwise, dots across. */
function Strands({ strands, up }: { readonly strands: Outlines["strands"]; readonly up: 1 | -1 }) {
  const [first] = strands;
  if (typeof first === "number") {
    const flat = strands as readonly number[];
    return (
      <>
        {pairs(flat).map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="0.9" fill="var(--rf-root)" />
        ))}
      </>
    );
  }
  return (
    <>
      {(strands as readonly (readonly number[])[]).map((strand, place) => (
        <path
          key={place}
          d={path(strand, up, false)}
          fill="none"
          stroke="var(--rf-root)"
          stroke-width="1.2"
        />
      ))}
    </>
  );
}

function pairs(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((x, place) => (place % 2 ? [] : [[x, numbers[place + 1] ?? 0] as [number, number]]));
}

function path(numbers: readonly number[], up: 1 | -1, closed = true): string {
  const points = pairs(numbers).map(([x, y]) => `${x.toFixed(2)} ${(up * y).toFixed(2)}`);
  return `M ${points.join(" L ")}${closed ? " Z" : ""}`;
}
