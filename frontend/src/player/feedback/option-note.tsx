// One option in the feedback: its sign and word, its text, its reason.
import type { Option } from "../../content.ts";
import { Phrase } from "../rich.tsx";
import { Sign, type Verdict } from "../sign.tsx";
import { Explanation } from "./explanation.tsx";

interface Props {
  readonly option: Option;
  readonly verdict: Verdict;
  /** The verdict in words, such as "Your answer, not right". */
  readonly says: string;
  /** Shows the option's letter. */
  readonly lettered?: boolean;
  readonly misconception?: boolean;
  readonly rightIf?: boolean;
}

/** A block with a coloured edge; the sign and the words carry the meaning. */
export function OptionNote(props: Props) {
  const { option, verdict, says, lettered = true, misconception = false, rightIf = true } = props;
  return (
    <div class={`rf-note rf-note-${verdict}`}>
      <p class="rf-note-head">
        <Sign verdict={verdict} />
        <span class="rf-note-says">{says}</span>
      </p>
      <p class="rf-note-option">
        {lettered && <span class="rf-letter">{option.id.toUpperCase()} </span>}
        <Phrase text={option.text} />
      </p>
      <Explanation
        why={option.why}
        misconception={misconception ? option.misconception : null}
        rightIf={rightIf ? option.right_if : null}
      />
    </div>
  );
}
