// Why something is right or wrong, the mistaken idea behind a choice, and what would make it right.
import type { RichText } from "../../text.ts";
import { Phrase, Rich } from "../rich.tsx";

interface Props {
  readonly why: RichText;
  readonly misconception?: string | null | undefined;
  readonly rightIf?: RichText | null | undefined;
}

/** The reason, then what else there is to say. */
export function Explanation({ why, misconception, rightIf }: Props) {
  return (
    <div class="rf-explanation">
      <Rich text={why} />
      <Misconception idea={misconception} />
      {rightIf && (
        <p>
          <b class="rf-lead">What would make it right?</b> <Phrase text={rightIf} />
        </p>
      )}
    </div>
  );
}

/** The mistaken idea that a wrong choice shows. */
export function Misconception({ idea }: { readonly idea: string | null | undefined }) {
  if (!idea) return null;
  return (
    <p>
      <b class="rf-lead">The idea behind it:</b> {idea}
    </p>
  );
}
