// Work in small pieces: one in each painted frame, when the browser has nothing else to do. All at once would block a phone.
import { afterPaint } from "../player/after-paint.ts";

const soon: (() => void)[] = [];
const idle: (() => void)[] = [];
let busy = false;

/** Runs `work` when those that came before have run and the browser has time. */
export function inTurn(work: () => void): void {
  enter(soon, work);
}

/** Runs `work` when there is nothing else to do in turn either. */
export function whenIdle(work: () => void): void {
  enter(idle, work);
}

function enter(queue: (() => void)[], work: () => void): void {
  queue.push(work);
  if (!busy) spare(turn);
  busy = true;
}

function turn(): void {
  try {
    (soon.shift() ?? idle.shift())?.();
  } finally {
    busy = soon.length + idle.length > 0;
    if (busy) afterPaint(() => spare(turn));
  }
}

function spare(work: () => void): void {
  // Safari has no requestIdleCallback.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 50);
}
