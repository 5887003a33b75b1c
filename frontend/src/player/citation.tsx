// A citation: a value and a mark that opens what the evidence register says of it, as in a chapter's prose.
import { useState } from "preact/hooks";
import type { EvidenceNote } from "../content.ts";
import { useSurroundings } from "./context.ts";

let opened = 0;

interface Props {
  readonly entry: string;
  /** The value that the citation stands behind; empty for the mark alone. */
  readonly text: string;
  /** Shows the entry's id, for a list of citations. */
  readonly chip?: boolean;
}

/** The mark and its popover; an entry that neither the quiz nor the page carries shows its words alone. */
export function Citation({ entry, text, chip = false }: Props) {
  const { prefix, notes } = useSurroundings();
  const [own] = useState(() => `${prefix}-ev-${++opened}`);
  // Feedback holds many citations and few are opened, so a popover is empty until then.
  const [isOpened, setOpened] = useState(false);
  const note = notes[entry];
  const said = note ?? onPage(entry);
  if (said === null) return <>{chip ? entry : text}</>;
  const id = note ? own : `ev-${entry}`;
  return (
    <>
      {text && <span class="rf-ev">{text}</span>}
      <span class="rf-ev-tail">
        <button
          type="button"
          class={chip ? "rf-ev-chip" : "rf-ev-mark"}
          data-checked={said.checked}
          popovertarget={id}
          aria-label={`Evidence ${entry}: ${firstAuthor(said.citation)}`}
        >
          {chip && entry}
        </button>
      </span>
      {note && (
        <div
          popover="auto"
          id={id}
          class="rf-ev-pop"
          role="dialog"
          aria-label={`Evidence ${entry}`}
          onBeforeToggle={() => setOpened(true)}
        >
          {isOpened && (
            <>
              <Note note={note} />
              <CardFoot entry={entry} popover={id} />
            </>
          )}
        </div>
      )}
    </>
  );
}

/** What the popover says that a page has for its own prose: a published page says nothing twice. */
function onPage(entry: string): { readonly checked: string; readonly citation: string } | null {
  const card = document.getElementById(`ev-${entry}`);
  if (card === null) return null;
  const [, source, checked] = card.querySelectorAll("dd");
  return { checked: checked?.dataset.checked ?? "", citation: source?.textContent ?? "" };
}

function Note({ note }: { readonly note: EvidenceNote }) {
  return (
    <>
      <p class="rf-ev-claim">{note.claim}</p>
      <dl>
        <dt>Who</dt>
        <dd>{note.population}</dd>
        <dt>Source</dt>
        <dd>
          {note.url ? (
            <a href={note.url} rel="noopener">
              {note.citation}
            </a>
          ) : (
            note.citation
          )}
        </dd>
        <dt>Checked</dt>
        <dd data-checked={note.checked}>
          {note.checked === "read"
            ? "We read the source’s own text."
            : "We read another page that reports this source, not the source itself."}
          {note.rechecked && ` Looked up again on ${note.rechecked}.`}
        </dd>
      </dl>
    </>
  );
}

function CardFoot({ entry, popover }: { readonly entry: string; readonly popover: string }) {
  const { register } = useSurroundings();
  return (
    <p class="rf-ev-foot">
      {register && <a href={`${register}#${entry}`}>{entry} in the register</a>}
      <button type="button" popovertarget={popover} popovertargetaction="hide">
        Close
      </button>
    </p>
  );
}

function firstAuthor(citation: string): string {
  return citation.split(/[.,]/, 1)[0] ?? "";
}
