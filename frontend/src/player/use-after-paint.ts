// A value that follows another one a frame later.
import { useLayoutEffect, useState } from "preact/hooks";
import { afterPaint } from "./after-paint.ts";

/** The value as it was until the present one's frame is painted. */
export function useAfterPaint<T>(value: T): T {
  const [settled, settle] = useState(value);
  useLayoutEffect(() => afterPaint(() => settle(value)), [value]);
  return settled;
}
