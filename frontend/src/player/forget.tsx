// Forgetting what was done, asked twice.
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  /** What is forgotten, as in "Forget my answers". */
  readonly what: string;
  /** What that means. */
  readonly gone: string;
  readonly onForget: () => void;
}

/** A button, then a question with two. */
export function Forget({ what, gone, onForget }: Props) {
  const [asking, ask] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);

  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) start.current?.focus();
    asked.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <button type="button" class="rf-quiet" ref={start} onClick={() => ask(true)}>
        Forget {what}
      </button>
    );
  }
  return (
    <div class="rf-confirm" role="group" aria-label={`Forget ${what}`}>
      <p>{gone}</p>
      <p class="rf-actions">
        <button
          type="button"
          class="rf-button"
          onClick={() => {
            asked.current = false;
            ask(false);
            onForget();
          }}
        >
          Forget
        </button>
        <button type="button" class="rf-button rf-primary" ref={keep} onClick={() => ask(false)}>
          Keep
        </button>
      </p>
    </div>
  );
}

/** Forgets the answers to a quiz. */
export function ForgetAnswers({
  single,
  onForget,
}: {
  readonly single: boolean;
  readonly onForget: () => void;
}) {
  const what = single ? "my answer to this question" : "my answers to these questions";
  return <Forget what={what} gone="What you answered here will be gone." onForget={onForget} />;
}
