// Marks as a radar; the table beside it says the same.
export interface Axis {
  readonly name: string;
  /** 0 to 1. */
  readonly value: number;
}

const RADIUS = 84;
const WIDTH = 300;
const HEIGHT = 236;

/** Decoration for those who see it; hidden from screen readers, which have the table. */
export function Radar({ axes }: { readonly axes: readonly Axis[] }) {
  const point = (place: number, share: number): [number, number] => {
    const angle = (2 * Math.PI * place) / axes.length - Math.PI / 2;
    return [WIDTH / 2 + Math.cos(angle) * RADIUS * share, HEIGHT / 2 + Math.sin(angle) * RADIUS * share];
  };
  const ring = (share: (place: number) => number) =>
    axes
      .map((_, place) =>
        point(place, share(place))
          .map((each) => each.toFixed(1))
          .join(","),
      )
      .join(" ");
  return (
    <svg class="rf-pt-radar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[0.25, 0.5, 0.75, 1].map((share) => (
        <polygon key={share} class="rf-pt-ring" points={ring(() => share)} />
      ))}
      {axes.map(({ name }, place) => {
        const [x, y] = point(place, 1);
        return <path key={name} class="rf-pt-ring" d={`M${WIDTH / 2} ${HEIGHT / 2}L${x} ${y}`} />;
      })}
      <polygon class="rf-pt-shape" points={ring((place) => axes[place]?.value ?? 0)} />
      {axes.map(({ name, value }, place) => {
        const [x, y] = point(place, value);
        const [lx, ly] = point(place, 1.16);
        const side = Math.abs(lx - WIDTH / 2) < 8 ? "middle" : lx > WIDTH / 2 ? "start" : "end";
        return (
          <g key={name}>
            <circle cx={x} cy={y} r="4" />
            <text x={lx} y={ly + 4} text-anchor={side}>
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
