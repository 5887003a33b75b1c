// Help: the keys, and what things mean.
import type { Ref } from "preact";
import { useSurroundings } from "../player/context.ts";
import { Heading } from "../player/heading.tsx";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "go to the search"],
  ["Enter", "order what is highlighted"],
  ["↓ ↑", "move in the list"],
  ["Esc", "clear the search"],
  ["?", "open this help"],
];

/** A dialog; the browser keeps the focus in it and gives it back. */
export function Help({ dialog }: { readonly dialog: Ref<HTMLDialogElement> }) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-help`;
  return (
    <dialog class="rf-pt-help" ref={dialog} aria-labelledby={id}>
      <Heading level={level + 1} id={id}>
        Keys and rules
      </Heading>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        Each act takes the minutes that stand under it, and its result comes when it is due. Times and costs
        are this course’s own, to make choices weigh something; they are no clinical claim.
      </p>
      <form method="dialog">
        <button type="submit" class="rf-button rf-primary">
          Close
        </button>
      </form>
    </dialog>
  );
}
