// The time of an exam: shown or hidden as the learner likes, never a trap, since more of it is one press away.
import { useEffect, useRef, useState } from "preact/hooks";
import { plural } from "../words.ts";
import type { Session } from "./session.ts";
import { announcement, isNear, left, NOTICE, words } from "./time.ts";

interface Props {
  readonly session: Session;
  /** Time as the exam's author set it: what extensions are multiples of. */
  readonly minutes: number;
  readonly onChange: (change: Partial<Session>) => void;
  readonly onOver: () => void;
}

/** Ticks once a second; drawn only while there is a limit. */
export function Clock({ session, minutes, onChange, onOver }: Props) {
  const [now, tick] = useState(Date.now);
  const [said, say] = useState("");
  const before = useRef<number | null>(null);
  const whole = useRef<HTMLDivElement>(null);
  /** When the offer of more time appeared: a reader who comes back after the end still gets to see it. */
  const offered = useRef<number | null>(null);
  const rest = left(session, now);

  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    if (rest === null) {
      before.current = null;
      return;
    }
    const says = announcement(session.minutes ?? 0, before.current, rest);
    before.current = rest;
    if (says !== "") say(says);
    if (!isNear(rest)) offered.current = null;
    else offered.current ??= now;
    // A clock set back would make the offer stand for long: then it only begins anew.
    if (offered.current !== null && offered.current > now) offered.current = now;
    if (rest <= 0 && offered.current !== null && now - offered.current >= NOTICE) onOver();
  }, [now, session]);

  const near = isNear(rest);
  const extend = (time: number | null) => {
    onChange({ minutes: time });
    say(time === null ? "No time limit." : `${plural(time, "minute")} in all.`);
    // What was pressed goes away, and the focus must stand somewhere.
    whole.current?.focus();
  };
  if (rest === null) {
    return (
      <div class="rf-clock" ref={whole} tabIndex={-1}>
        <p role="status">No time limit</p>
      </div>
    );
  }
  return (
    <div class="rf-clock" ref={whole} tabIndex={-1}>
      <p>
        {/* In the last minute it shows in any case. */}
        {session.clock || near ? (
          <span role="timer">{words(rest)}</span>
        ) : (
          <span class="rf-hidden">The time is hidden</span>
        )}{" "}
        {!near && (
          <button type="button" class="rf-quiet" onClick={() => onChange({ clock: !session.clock })}>
            {session.clock ? "Hide the time" : "Show the time"}
          </button>
        )}
      </p>
      <p class="rf-hidden" role="status">
        {said}
      </p>
      {near ? (
        <div class="rf-confirm" role="group" aria-label="More time">
          <p>The time is nearly over. Your answers are handed in as they are, unless you take more time.</p>
          <Extensions session={session} minutes={minutes} onExtend={extend} />
        </div>
      ) : (
        <details class="rf-folded">
          <summary>More time</summary>
          <Extensions session={session} minutes={minutes} onExtend={extend} />
        </details>
      )}
    </div>
  );
}

interface ExtensionsProps extends Pick<Props, "session" | "minutes"> {
  readonly onExtend: (minutes: number | null) => void;
}

function Extensions({ session, minutes, onExtend }: ExtensionsProps) {
  return (
    <p class="rf-actions">
      {extended(minutes)
        .filter((more) => more > (session.minutes ?? 0))
        .map((more) => (
          <button key={more} type="button" class="rf-button" onClick={() => onExtend(more)}>
            {plural(more, "minute")} in all
          </button>
        ))}
      <button type="button" class="rf-button" onClick={() => onExtend(null)}>
        No limit
      </button>
    </p>
  );
}

/** Half as long again, and twice as long. */
export function extended(minutes: number): number[] {
  return [...new Set([Math.ceil(minutes * 1.5), minutes * 2])];
}
