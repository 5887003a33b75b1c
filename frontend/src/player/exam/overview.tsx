// All questions of an exam at a glance, each a press away.
import type { Entry } from "./progress.ts";

interface Props {
  readonly entries: readonly Entry[];
  readonly current: number;
  readonly onGo: (place: number) => void;
}

const ACCESS = { open: "", closed: ", closed", later: ", later" };

/** Buttons with number and words; a step of a case that can't be reached says so. */
export function Overview({ entries, current, onGo }: Props) {
  const answered = entries.filter(({ filled }) => filled === "answered").length;
  return (
    <details class="rf-folded rf-overview">
      <summary>
        Overview: {answered} of {entries.length} answered
      </summary>
      <ol>
        {entries.map(({ item, place, filled, flagged, access }) => (
          <li key={item.id}>
            <button
              type="button"
              class="rf-button"
              aria-current={place === current ? "step" : undefined}
              disabled={access !== "open"}
              onClick={() => onGo(place)}
            >
              {place + 1}
              <small>
                {filled}
                {flagged && ", flagged"}
                {ACCESS[access]}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
