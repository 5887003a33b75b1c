// A hook for what may come a frame later, so that the answer to a click is painted first.
import { useEffect, useState } from "preact/hooks";

/** The value as it was until the present one's frame is painted. */
export function useAfterPaint<T>(value: T): T {
  const [settled, settle] = useState(value);
  // Preact runs effects after the paint.
  useEffect(() => settle(value), [value]);
  return settled;
}
