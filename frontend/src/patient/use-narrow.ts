// A hook that tells whether the columns have become views, as `frame.css` does at the same width.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Pixels of the player. */
const WIDEST = 840;

/** Whether the player around an element shows one view at a time; what it hides needn't be drawn with the answer. */
export function useNarrow(within: RefObject<HTMLElement | null>): boolean {
  const [narrow, set] = useState(false);
  useLayoutEffect(() => {
    const player = within.current?.closest(".rf-player");
    if (!player) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) set(entry.contentRect.width <= WIDEST);
    });
    watch.observe(player);
    return () => watch.disconnect();
  }, [within]);
  return narrow;
}
