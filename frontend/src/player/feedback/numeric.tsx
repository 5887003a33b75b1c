// Feedback on a number: what a wrong one shows, then how the right one is worked out.
import type { Numeric } from "../../content.ts";
import { parseNumber } from "../../marking/numeric.ts";
import type { Part } from "../../marking/result.ts";
import { Rich } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { number } from "../words.ts";
import { Explanation } from "./explanation.tsx";

interface Props {
  readonly item: Numeric;
  readonly parts: readonly Part[];
}

/** The learner's number, then the working. */
export function NumericFeedback({ item, parts }: Props) {
  return (
    <>
      <WrongNumberNote item={item} parts={parts} />
      <div class="rf-note rf-note-right">
        <p class="rf-note-head">
          <Sign verdict="right" />
          <span class="rf-note-says">
            The answer: {number(item.value)} {item.unit}
          </span>
        </p>
        {item.low < item.high && (
          <p class="rf-tolerance">
            Anything from {number(item.low)} to {number(item.high)} counts as right.
          </p>
        )}
        <Rich text={item.why} />
      </div>
    </>
  );
}

/** What a wrong number shows: the first known mistake that it falls into, or what there is to say of any other. */
export function WrongNumberNote({ item, parts }: Props) {
  const part = parts[0];
  if (part === undefined || part.right || typeof part.chosen !== "string") return null;
  const typed = parseNumber(part.chosen);
  const mistake = item.wrong.find(({ low, high }) => low <= typed && typed <= high);
  return (
    <div class="rf-note rf-note-wrong">
      <p class="rf-note-head">
        <Sign verdict="wrong" />
        <span class="rf-note-says">
          Your answer, not right: {part.chosen}
          {part.chosen.endsWith("%") ? "" : ` ${item.unit}`}
        </span>
      </p>
      <Explanation why={mistake?.why ?? item.otherwise} misconception={mistake?.misconception} />
    </div>
  );
}
