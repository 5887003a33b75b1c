// Simulated minutes as a reader's clock and calendar.
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOUR = 60;
const DAY = 24 * HOUR;

/** A minute of the story. */
export interface Moment {
  readonly day: string;
  /** "18:55". */
  readonly time: string;
}

/** The day and time so many minutes after a start such as "Wednesday 18:40". */
export function momentOf(start: string, minutes: number): Moment {
  const [day = "", time = ""] = start.split(" ");
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  const all = hours * HOUR + rest + minutes;
  const name = DAYS[(DAYS.indexOf(day) + Math.floor(all / DAY)) % DAYS.length] ?? day;
  const two = (number: number) => String(number).padStart(2, "0");
  return { day: name, time: `${two(Math.floor((all % DAY) / HOUR))}:${two(all % HOUR)}` };
}

/** "45 min", "1 h 30 min", "2 days 3 h". */
export function duration(minutes: number): string {
  const days = Math.floor(minutes / DAY);
  const hours = Math.floor((minutes % DAY) / HOUR);
  const rest = minutes % HOUR;
  const parts = [
    days > 0 && `${days}\u00a0${days === 1 ? "day" : "days"}`,
    hours > 0 && `${hours}\u00a0h`,
    rest > 0 && days === 0 && `${rest}\u00a0min`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : "0\u00a0min";
}
