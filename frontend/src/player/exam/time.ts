// The time that an exam has left, and what is said of it.
import { plural } from "../words.ts";
import type { Session } from "./session.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How long the offer of more time must stand before the end (WCAG 2.2, 2.2.1). */
export const NOTICE = 20 * SECOND;

/** Milliseconds left; null without a limit. A clock that was set back gives the whole time again, and no more. */
export function left({ started, minutes }: Session, now: number): number | null {
  if (minutes === null) return null;
  return minutes * MINUTE - Math.max(0, now - Date.parse(started));
}

/** Whether the end is near enough to offer more time. */
export function isNear(milliseconds: number | null): boolean {
  return milliseconds !== null && milliseconds <= MINUTE;
}

/** "12 minutes left"; calm until the last minute, which counts in steps of ten seconds. */
export function words(milliseconds: number): string {
  if (milliseconds > MINUTE) return `${plural(Math.ceil(milliseconds / MINUTE), "minute")} left`;
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND / 10) * 10);
  return seconds === 0 ? "The time is over" : seconds === 60 ? "1 minute left" : `${seconds} seconds left`;
}

/** What to say aloud on the way from one moment to the next; empty mostly. */
export function announcement(minutes: number, before: number | null, now: number): string {
  // A page that opens near the end has crossed nothing, and must still offer more time.
  if (before === null) return isNear(now) ? `${words(now)}. You can take more time.` : "";
  const crossed = (at: number) => before > at && now <= at;
  if (crossed(MINUTE)) return "1 minute left. You can take more time.";
  if (crossed(5 * MINUTE)) return "5 minutes left.";
  return crossed((minutes * MINUTE) / 2) ? `Half of the time has gone: ${words(now)}.` : "";
}
