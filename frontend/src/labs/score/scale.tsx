// The range of a score of points as a line, with its bands, and what is still possible on it.
import type { Result, Score } from "../../clinical/score.ts";

interface Props {
  readonly score: Score;
  readonly result: Result;
}

/** Says in words what the line shows, band by band. */
export function Scale({ score, result }: Props) {
  const { total, outcomes: open } = result;
  const low = Math.min(...score.outcomes.map(({ min = 0 }) => min));
  const high = Math.max(...score.outcomes.map(({ max = 0 }) => max));
  if (total === null) return null;
  const share = (points: number) => `${(100 * points) / (high - low + 1)}%`;
  return (
    <div class="rf-score-scale">
      <div class="rf-score-line" aria-hidden="true">
        {score.outcomes.map(({ id, min = 0, max = 0 }) => (
          <span key={id} data-open={open.includes(id)} style={{ width: share(max - min + 1) }}>
            {min}–{max}
          </span>
        ))}
        <i style={{ insetInlineStart: share(total[0] - low), width: share(total[1] - total[0] + 1) }} />
      </div>
      <ul>
        {score.outcomes.map(({ id, label, min, max }) => (
          <li key={id} data-open={open.includes(id)}>
            <b>
              {min} to {max}
            </b>{" "}
            {label}{" "}
            <em>{open.includes(id) ? (open.length === 1 ? "this band" : "possible") : "not possible"}</em>
          </li>
        ))}
      </ul>
    </div>
  );
}
