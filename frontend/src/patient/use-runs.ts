// A hook that draws again when something was done.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Runs } from "./runs.ts";

/** Draws again after any change of the runs. */
export function useRuns(runs: Runs): void {
  const [, draw] = useState(0);
  // Before the first paint: a press in the frame before an effect would change the run and draw nothing.
  useLayoutEffect(() => runs.subscribe(() => draw((count) => count + 1)), [runs]);
}
