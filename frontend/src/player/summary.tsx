// What a finished quiz adds up to.
import type { Ref } from "preact";
import { CertaintyReport } from "./certainty-report.tsx";
import { useSurroundings } from "./context.ts";
import { Heading } from "./heading.tsx";
import { isConfident, type Outcome, type Tally } from "./tally.ts";
import { number, percent, signed, typeName } from "./words.ts";

interface Props {
  readonly tally: Tally;
  /** For who moves the focus to the heading. */
  readonly focus?: Ref<HTMLHeadingElement>;
  readonly onReview: () => void;
}

/** Marks, certainty, and the errors to look at first. */
export function Summary({ tally, focus, onReview }: Props) {
  const { level, prefix } = useSurroundings();
  const id = `${prefix}-summary`;
  return (
    <section class="rf-summary" aria-labelledby={id}>
      <Heading level={level} id={id} focus={focus ?? null}>
        Your result
      </Heading>
      <dl class="rf-figures">
        <div>
          <dt>Marks</dt>
          <dd>
            {number(tally.earned)} of {tally.max}
          </dd>
        </div>
        {tally.own.max > 0 && (
          <div>
            <dt>Marked by yourself</dt>
            <dd>
              {tally.own.earned} of {tally.own.max}
            </dd>
          </div>
        )}
        <div>
          <dt>Mean certainty mark</dt>
          <dd>{signed(tally.meanCertaintyMark)}</dd>
        </div>
        <div>
          <dt>Accuracy</dt>
          <dd>{percent(tally.accuracy)}</dd>
        </div>
        <div>
          <dt>Accuracy with certainty</dt>
          <dd>{percent(tally.certaintyAccuracy)}</dd>
        </div>
      </dl>
      <details class="rf-folded">
        <summary>How certainty counts</summary>
        <p>
          A certainty mark runs from −6 to +3. Accuracy with certainty adds a tenth of what your mean
          certainty mark is above, or below, the best that one certainty for every answer would have earned
          you. It rises when you know what you know.
        </p>
      </details>
      <CertaintyReport outcomes={tally.outcomes} />
      <Errors
        title="You were sure, and it was not right: look at these first"
        list={tally.errors.filter(isConfident)}
      />
      <Errors title="Worth another look" list={tally.errors.filter((outcome) => !isConfident(outcome))} />
      {tally.errors.length > 0 && (
        <p class="rf-actions">
          <button type="button" class="rf-button" onClick={onReview}>
            Review my errors
          </button>
        </p>
      )}
    </section>
  );
}

function Errors({ title, list }: { readonly title: string; readonly list: readonly Outcome[] }) {
  const { prefix } = useSurroundings();
  if (list.length === 0) return null;
  return (
    <>
      <p class="rf-errors-title">{title}</p>
      <ul class="rf-errors">
        {list.map(({ item, place, certainty }) => (
          <li key={item.id}>
            <a href={`#${prefix}-${item.id}`} onClick={(event) => go(event, `${prefix}-${item.id}`)}>
              Question {place} · {typeName(item)}
            </a>
            {(certainty ?? 0) > 0 && `, certainty ${certainty}`}
          </li>
        ))}
      </ul>
    </>
  );
}

// A notebook's own links act on a click, and would leave the page's address with an id that means nothing later.
function go(event: MouseEvent, id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  event.preventDefault();
  target.focus();
}
