// A value that follows another one, but not at every step of a slider.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * A `value` at once after a rest, and then the newest at most every `delay` milliseconds: for tables and words beside a
 * picture, which is redrawn at each step itself. A value is new when it is another object.
 */
export function useLagging<Value>(value: Value, delay: number): Value {
  const [shown, show] = useState(value);
  const newest = useRef(value);
  const last = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  newest.current = value;
  useLayoutEffect(() => {
    const follow = () => {
      timer.current = undefined;
      if (newest.current === last.current) return;
      last.current = newest.current;
      timer.current = setTimeout(follow, delay);
      show(last.current);
    };
    if (timer.current === undefined) follow();
  }, [value, delay]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}
