// Work that waits until its element is about to be seen, or until the browser has nothing else to do.
import { inTurn } from "./turns.ts";

/** Runs `work` once: within about a screen of the viewport, or when the page is idle. */
export function whenNear(element: Element, work: () => void, orWhenIdle = true): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    observer.disconnect();
    work();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) run();
    },
    { rootMargin: "100% 0px" },
  );
  observer.observe(element);
  if (orWhenIdle) inTurn(run);
}
