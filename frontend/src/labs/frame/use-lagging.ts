// A value that follows another one, but not at every step of a slider.
import { useEffect, useRef, useState } from "preact/hooks";

/**
 * The newest `value` at most every `delay` milliseconds: for tables and words beside a picture, which is redrawn at
 * each step itself. A value is new when it is another object.
 */
export function useLagging<Value>(value: Value, delay: number): Value {
  const [shown, show] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  newest.current = value;
  useEffect(() => {
    if (value === shown || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      show(newest.current);
    }, delay);
  }, [value, shown, delay]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}
