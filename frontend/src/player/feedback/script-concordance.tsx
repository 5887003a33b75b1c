// Feedback on a script concordance: which way the evidence points and why; then what a panel said, if one was asked.
import type { Panel, ScriptConcordance } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { ANSWERS, credits, meanCredit } from "../../marking/script-concordance.ts";
import { CHANGES } from "../answer/script-concordance.tsx";
import { CellTable } from "../cell-table.tsx";
import { useSurroundings } from "../context.ts";
import { Rich } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { number, signed } from "../words.ts";

const DIRECTIONS = { less: "less likely", same: CHANGES[2], more: "more likely" } as const;

interface Props {
  readonly item: ScriptConcordance;
  readonly part: Part | undefined;
}

/** The direction with its reasoning, and the panel. */
export function ConcordanceFeedback({ item, part }: Props) {
  const place = ANSWERS.indexOf(String(part?.chosen));
  return (
    <>
      <div class="rf-note rf-note-right">
        <p class="rf-note-head">
          <Sign verdict="right" />
          <span class="rf-note-says">The evidence makes it {DIRECTIONS[item.direction]}</span>
        </p>
        {place >= 0 && <p>You said: {CHANGES[place]}.</p>}
        <Rich text={item.reasoning} />
      </div>
      {item.panel ? (
        <PanelTable panel={item.panel} name={item.id} place={place} />
      ) : (
        <div class="rf-panelists">
          <p>
            No panel of clinicians has answered this question, so there is no mark for agreeing with one. How
            far the finding moves you is for you to weigh; which way, the evidence says.
          </p>
        </div>
      )}
    </>
  );
}

function PanelTable({
  panel,
  name,
  place,
}: {
  readonly panel: Panel;
  readonly name: string;
  readonly place: number;
}) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-${name}-panel`;
  const shares = credits(panel);
  const rows = CHANGES.map((words, at) => [
    `${signed(at - 2)} ${words}${at === place ? " (your answer)" : ""}`,
    String(panel.counts[at]),
    number(shares[at] ?? 0),
  ]);
  return (
    <div class="rf-panelists">
      <p id={id} class="rf-blank-label">
        What the panel answered
      </p>
      <CellTable columns={["Answer", "Chosen by", "Mark"]} cells={rows} labelledBy={id}>
        {(cell) => cell}
      </CellTable>
      <p class="rf-tolerance">
        For comparison, without any reasoning: always answering 0 would earn {number(shares[2] ?? 0)} here,
        and guessing among the three middle answers, never an extreme,{" "}
        {number(meanCredit(shares.slice(1, 4)))} on average. Source: {panel.citation}
      </p>
    </div>
  );
}
