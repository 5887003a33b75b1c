// The course drawn to scale, twice: days until the scan, then the hours around it, which the days would swallow.
import { moments } from "../../clinical/cord-clock.ts";
import { useLab } from "../frame/use-lab.ts";
import { type Data, type State, span } from "./data.ts";

const DAY = 24;

interface Bar {
  readonly label: string;
  /** Where it begins and ends, in parts of the scale from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly kind: string;
}

export function Picture() {
  const { state } = useLab<Data, State>();
  const at = moments(state);
  const days = [
    ["Pain", at.pain, "pain"],
    ["Told", at.told, "told"],
    ["Weak leg", at.weakness, "nerve"],
    ["Bladder", at.bladder, "nerve"],
  ] as const;
  const first = Math.max(...days.map(([, time]) => -(time ?? 0)), DAY);
  const before: Bar[] = days.map(([label, time, kind]) => ({
    label,
    from: time === null || time === undefined ? 1 : 1 + time / first,
    to: 1,
    words: time === null || time === undefined ? "none" : `${-time / DAY}`,
    kind,
  }));
  const [called, decided, treated] = [at.called ?? 0, at.decided ?? 0, at.treated ?? 0];
  const all = Math.max(treated - called, 1);
  const hours: Bar[] = (
    [
      ["Call to scan", called, 0, "told"],
      ["To decision", 0, decided, "gap"],
      ["To treatment", decided, treated, "told"],
    ] as const
  ).map(([label, from, to, kind]) => ({
    label,
    from: (from - called) / all,
    to: (to - called) / all,
    words: span(to - from),
    kind,
  }));
  const says = `Days before the scan: ${before.map(({ label, words }) => `${label} ${words}`).join(", ")}. Then ${hours
    .map(({ label, words }) => `${label.toLowerCase()} ${words}`)
    .join(", ")}.`;
  return (
    <div class="rf-clock-picture" role="img" aria-label={says}>
      <Bars head="Days before the scan" bars={before} />
      <Bars head="Hours from the call on" bars={hours} />
    </div>
  );
}

function Bars({ head, bars }: { readonly head: string; readonly bars: readonly Bar[] }) {
  return (
    <div class="rf-clock-bars">
      <p class="rf-clock-head">{head}</p>
      {bars.map(({ label, from, to, words, kind }) => (
        <div key={label} class="rf-clock-bar">
          <span>{label}</span>
          <span class="rf-clock-track">
            {to > from && (
              <span
                class={`rf-clock-fill rf-clock-${kind}`}
                style={{ left: `${100 * from}%`, width: `${100 * (to - from)}%` }}
              />
            )}
          </span>
          <span class="rf-clock-words">{words}</span>
        </div>
      ))}
    </div>
  );
}
