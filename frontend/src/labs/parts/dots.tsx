// 1,000 people as dots, group after group; a group is told by its shape, and only then by its colour.
const COLUMNS = 40;
const CELL = 10;

/** A solid diamond, a hatched one, a disc, or a ring. */
export type Shape = "diamond" | "hatched" | "disc" | "ring";

/** People who belong together. */
export interface Group {
  readonly count: number;
  readonly shape: Shape;
  /** What the key calls them. */
  readonly label: string;
}

interface Props {
  /** What the picture shows, in a sentence: the picture's name. */
  readonly says: string;
  /** Begins the id of the hatch. */
  readonly name: string;
  readonly groups: readonly Group[];
}

/** The picture and its key. */
export function Dots({ says, name, groups }: Props) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const rows = Math.ceil(total / COLUMNS);
  const starts = groups.map((_, place) => groups.slice(0, place).reduce((sum, { count }) => sum + count, 0));
  return (
    <div class="rf-dots">
      <svg viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`} role="img" aria-label={says}>
        <Hatch id={`${name}-hatch`} />
        {groups.map(({ count, shape, label }, place) => (
          <path
            key={label}
            class={`rf-dot-${shape}`}
            fill={shape === "hatched" ? `url(#${name}-hatch)` : undefined}
            d={marks(starts[place] ?? 0, count, shape)}
          />
        ))}
      </svg>
      <ul class="rf-dots-key">
        {groups.map(({ count, shape, label }) => (
          <li key={label}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path
                class={`rf-dot-${shape}`}
                fill={shape === "hatched" ? `url(#${name}-hatch)` : undefined}
                d={marks(0, 1, shape)}
              />
            </svg>
            <span>
              <b>{count.toLocaleString("en-GB")}</b> {label}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="rf-dot-stripe" width="1.4" height="3" />
    </pattern>
  );
}

/** One path for a whole group: a thousand elements would make a phone wait. */
function marks(start: number, count: number, shape: Shape): string {
  return Array.from({ length: count }, (_, number) => {
    const place = start + number;
    const x = (place % COLUMNS) * CELL + CELL / 2;
    const y = Math.floor(place / COLUMNS) * CELL + CELL / 2;
    if (shape === "diamond" || shape === "hatched") return `M${x} ${y - 4.6}l4.6 4.6l-4.6 4.6l-4.6-4.6z`;
    const r = shape === "disc" ? 3.4 : 2.6;
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }).join("");
}
