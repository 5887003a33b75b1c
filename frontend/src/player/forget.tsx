// Forgetting the answers to a quiz, asked twice.
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  readonly single: boolean;
  readonly onForget: () => void;
}

/** A button, then a question with two. */
export function Forget({ single, onForget }: Props) {
  const what = single ? "my answer to this question" : "my answers to these questions";
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
      <p>What you answered here will be gone.</p>
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
