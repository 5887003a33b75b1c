// A hook that draws again when something was done.
import { useEffect, useState } from "preact/hooks";
import type { Runs } from "./runs.ts";

/** Draws again after any change of the runs. */
export function useRuns(runs: Runs): void {
  const [, draw] = useState(0);
  useEffect(() => runs.subscribe(() => draw((count) => count + 1)), [runs]);
}
