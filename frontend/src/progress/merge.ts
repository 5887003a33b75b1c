// Two devices' answers become one: nothing newer is overwritten, and a first attempt stays the first.
import type { Changes } from "../page/storage.ts";
import { asState, type Entries, type State } from "./layout.ts";
import { kindOf } from "./read-entry.ts";

/** What of a stored answer merging looks at. */
interface Answer {
  readonly hash: string;
  readonly attempts: readonly { readonly at: string }[];
  readonly revealed?: boolean;
  readonly draft?: unknown;
  readonly again?: number;
}

interface Run {
  readonly hash: string;
  readonly log?: readonly unknown[];
  readonly others?: readonly (readonly unknown[])[];
  readonly ticks?: readonly number[];
  readonly finished?: { readonly at: string };
}

/** As many earlier runs as the player keeps of a case. */
const MOST_RUNS = 20;

/** What has to change on the device so that it holds both; by key. */
export function merged(ours: Entries, theirs: Entries): Map<string, Changes> {
  const changes = new Map<string, Changes>();
  for (const [key, entry] of theirs) {
    const here = asState(ours.get(key));
    const both = mergedEntry(key, here, asState(entry));
    const own = new Map(Object.entries(both).filter(([name, value]) => !isSame(value, here[name])));
    if (own.size > 0) changes.set(key, own);
  }
  return changes;
}

/** What undoes changes, where nothing has happened since: an answer given meanwhile stays. */
export function undone(
  now: Entries,
  before: Entries,
  done: ReadonlyMap<string, Changes>,
): Map<string, Changes> {
  const back = new Map<string, Changes>();
  for (const [key, changes] of done) {
    const [here, old] = [asState(now.get(key)), asState(before.get(key))];
    const untouched = [...changes].filter(([name, value]) => isSame(here[name], value));
    back.set(key, new Map(untouched.map(([name]) => [name, old[name]])));
  }
  return back;
}

function mergedEntry(key: string, ours: State, theirs: State): State {
  const kind = kindOf(key);
  if (kind === "case") return Object.keys(ours).length === 0 ? theirs : mergedRun(ours, theirs);
  // A sitting is one thing: half of one and half of another would be none that anybody sat.
  if (kind === "exam") return Object.keys(ours).length === 0 ? theirs : ours;
  if (kind !== "quiz") return { ...theirs, ...ours };
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  return Object.fromEntries(
    names.map((name) => {
      const [own, other] = [ours[name] as Answer | undefined, theirs[name] as Answer | undefined];
      return [name, own && other ? mergedAnswer(own, other) : (own ?? other)];
    }),
  );
}

function mergedAnswer(ours: Answer, theirs: Answer): Answer {
  // Answers to two wordings can't be added up.
  if (ours.hash !== theirs.hash) return newest(theirs) > newest(ours) ? theirs : ours;
  const known = new Set(ours.attempts.map((attempt) => attempt.at));
  const new_ = theirs.attempts.filter(({ at }) => !known.has(at));
  if (new_.length === 0) return ours;
  const attempts = [...ours.attempts, ...new_].toSorted((a, b) => a.at.localeCompare(b.at));
  const { draft: _, again: __, ...kept } = newest(theirs) > newest(ours) ? theirs : ours;
  const asked = again(theirs) > again(ours) ? again(theirs) : again(ours);
  const place = attempts.findIndex(({ at }) => at >= asked);
  return {
    ...kept,
    attempts,
    revealed: ours.revealed === true || theirs.revealed === true,
    ...(asked !== "" && place > 0 && { again: place }),
  };
}

/** When a review's answers to an item began; empty where there was none. */
function again({ again: place, attempts }: Answer): string {
  return place === undefined ? "" : (attempts[place]?.at ?? "");
}

function newest({ attempts }: Answer): string {
  return attempts.at(-1)?.at ?? "";
}

function mergedRun(ours: State, theirs: State): State {
  const [own, other] = [ours as unknown as Run, theirs as unknown as Run];
  if (own.hash !== other.hash) return ours;
  const runs = [...(other.others ?? []), ...(other.log ? [other.log] : [])];
  const known = [...(own.others ?? []), ...(own.log ? [own.log] : [])];
  const fresh = runs.filter((run) => run.length > 0 && !known.some((one) => isSame(one, run)));
  const [first] = [own.finished, other.finished]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  return {
    ...theirs,
    ...ours,
    others: [...fresh, ...(own.others ?? [])].slice(-MOST_RUNS),
    ticks: [...new Set([...(own.ticks ?? []), ...(other.ticks ?? [])])].sort((a, b) => a - b),
    ...(first && { finished: first }),
  };
}

/** Whether two pieces of plain data are the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}
