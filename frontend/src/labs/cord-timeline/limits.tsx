// Which limits of which country are kept, passed, or not there at all.
import { judge, type Verdict } from "../../clinical/cord-clock.ts";
import { Citation } from "../../player/citation.tsx";
import { useLab } from "../frame/use-lab.ts";
import { type Data, type PlacedLimit, type State, span } from "./data.ts";

const SIGNS: Readonly<Record<Verdict["verdict"], string>> = {
  kept: "✓",
  passed: "✗",
  "no-limit": "?",
  "not-here": "–",
};

/** One sentence for the live region. */
export function summary(data: Data, state: State): string {
  const verdicts = judge(state, data.limits).map(({ verdict }) => verdict);
  const count = (wanted: Verdict["verdict"]) => verdicts.filter((verdict) => verdict === wanted).length;
  return `Of the limits that are about this course ${count("kept")} kept, ${count("passed")} passed.`;
}

export function Limits() {
  const { data, state } = useLab<Data, State>();
  const verdicts = judge(state, data.limits);
  const placed = data.limits.map((limit, place) => ({ limit, verdict: verdicts[place] }));
  const concerned = placed.filter(({ verdict }) => verdict?.verdict !== "not-here");
  const others = placed.filter(({ verdict }) => verdict?.verdict === "not-here");
  return (
    <div class="rf-clock-limits">
      <p>
        <strong>{summary(data, state)}</strong> Countries differ, and several pages that we read set none.
      </p>
      <ul>
        {concerned.map(
          ({ limit, verdict }) => verdict && <One key={limit.what} limit={limit} verdict={verdict} />,
        )}
        {data.silent.map(({ where, says, evidence }) => (
          <li key={where} data-verdict="no-limit">
            <b aria-hidden="true">?</b>
            <div>
              <strong>{where}: no limit read.</strong> {says}.
              <Sources evidence={evidence} />
            </div>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details class="rf-folded">
          <summary>Limits that are not about this course: {others.length}</summary>
          <ul>
            {others.map(
              ({ limit, verdict }) => verdict && <One key={limit.what} limit={limit} verdict={verdict} />,
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

function One({ limit, verdict }: { readonly limit: PlacedLimit; readonly verdict: Verdict }) {
  const { data } = useLab<Data, State>();
  const asked = limit.hours === null ? "none read" : limit.hours === 0 ? "at once" : span(limit.hours);
  return (
    <li data-verdict={verdict.verdict}>
      <b aria-hidden="true">{SIGNS[verdict.verdict]}</b>
      <div>
        <strong>
          {limit.where}: {data.verdicts[verdict.verdict]?.toLowerCase()}.
        </strong>{" "}
        {limit.what}.
        <br />
        Limit: {asked}.{verdict.hours !== null && ` Here: ${here(verdict.hours)}.`} {limit.says}.
        <Sources evidence={limit.evidence} />
      </div>
    </li>
  );
}

function here(hours: number): string {
  return hours < 0 ? `${span(-hours)} before` : span(hours);
}

/** The register's marks. */
export function Sources({ evidence }: { readonly evidence: readonly string[] }) {
  return (
    <>
      {evidence.map((entry) => (
        <Citation key={entry} entry={entry} text="" />
      ))}
    </>
  );
}
