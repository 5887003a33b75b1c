// Explanations that nobody needs to read first.
import type { ComponentChildren } from "preact";

/** A native disclosure; nothing at all when there is nothing to fold. */
export function Folded({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren[];
}) {
  if (children.length === 0) return null;
  return (
    <details class="rf-folded">
      <summary>
        {title} ({children.length})
      </summary>
      {children}
    </details>
  );
}
