// Elements that are kept as long as what they show is the same, so that a click draws what is new and no more.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";

/** Makes an element, or gives the one that was made for the same key and the same parts; Preact skips those. */
export function useSame(): (key: string, parts: readonly unknown[], make: () => VNode) => VNode {
  const { current: known } = useRef(new Map<string, { parts: readonly unknown[]; element: VNode }>());
  return (key, parts, make) => {
    const before = known.get(key);
    if (before?.parts.every((part, place) => part === parts[place])) return before.element;
    const element = make();
    known.set(key, { parts, element });
    return element;
  };
}
