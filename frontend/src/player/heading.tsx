// A heading whose level fits the page around it.
import type { ComponentChildren, Ref } from "preact";

interface Props {
  readonly level: number;
  readonly id: string;
  readonly class?: string;
  /** For who moves the focus here; null for a heading that is only found by its id. */
  readonly focus?: Ref<HTMLHeadingElement>;
  readonly children: ComponentChildren;
}

type Tag = "h1" | "h2" | "h3" | "h4" | "h5" | "h6";

/** Renders `<h1>` to `<h6>`; with `focus` it can take the focus, though not by tabbing. */
export function Heading({ level, focus, children, ...rest }: Props) {
  const Tag = `h${Math.min(6, Math.max(1, level))}` as Tag;
  if (focus === undefined) return <Tag {...rest}>{children}</Tag>;
  return (
    <Tag {...rest} ref={focus} tabIndex={-1}>
      {children}
    </Tag>
  );
}
