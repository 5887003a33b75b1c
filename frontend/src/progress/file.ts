// All answers as one file, and back: a file may come from anybody, so it is believed in nothing.
import { asState, type Entries, isState, type State, VERSION } from "./layout.ts";
import { hasOnly, isDate, KINDS, type Kind, kindOf, wrongParts } from "./read-entry.ts";

export const FORMAT = "when-back-pain-is-cancer/progress";
/** Every question of the course answered many times is a tenth of this. */
export const MOST_BYTES = 10_000_000;

/** A file that can't be taken in; its message says why, and what to do. */
export class ProgressFileError extends Error {}

/** What stands on a device: what can be read, and what can't, by key. */
export interface Sorted {
  readonly sound: ReadonlyMap<string, State>;
  readonly broken: ReadonlyMap<string, unknown>;
}

/** Sorts the device's entries; in an entry that is broken in parts, the others are sound. */
export function sorted(entries: Entries): Sorted {
  const sound = new Map<string, State>();
  const broken = new Map<string, unknown>();
  for (const [key, entry] of entries) {
    // The version, which is no answer.
    if (key.startsWith(":")) continue;
    const kind = kindOf(key);
    if (kind === null || !isState(entry)) {
      broken.set(key, entry);
      continue;
    }
    const wrong = wrongParts(kind, entry);
    if (wrong.length > 0)
      broken.set(
        key,
        Object.fromEntries(
          kind === "case" ? Object.entries(entry) : wrong.map((name) => [name, entry[name]]),
        ),
      );
    const rest = Object.entries(entry).filter(([name]) => kind !== "case" && !wrong.includes(name));
    const kept = wrong.length === 0 ? entry : Object.fromEntries(rest);
    if (Object.keys(kept).length > 0) sound.set(key, kept);
  }
  return { sound, broken };
}

/** The file's text. */
export function fileText({ sound }: Sorted, now: Date): string {
  const entries = Object.fromEntries([...sound].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported: now.toISOString(), entries }, null, 1)}\n`;
}

/** The entries in a file's text. */
export function readFile(text: string): Map<string, State> {
  if (text.length > MOST_BYTES) throw tooLarge();
  const file = parsed(text);
  if (!isState(file) || file.format !== FORMAT)
    throw new ProgressFileError(
      "This file is not your progress in this course. Choose the file that this page saved; its name begins with “progress”.",
    );
  if (typeof file.version === "number" && file.version > VERSION)
    throw new ProgressFileError(
      "This file was saved by a later version of the course. Load this page again to get that version, then choose the file once more.",
    );
  const isHead = {
    format: () => true,
    version: (raw: unknown) => raw === VERSION,
    exported: isDate,
    entries: isState,
  };
  if (!hasOnly(file, isHead, Object.keys(isHead))) throw damaged("its head is not as this course writes it");
  const entries = new Map<string, State>();
  for (const [key, entry] of Object.entries(asState(file.entries))) {
    const kind = kindOf(key);
    if (kind === null || !isState(entry)) throw damaged(`it holds something unknown, named “${short(key)}”`);
    const [wrong] = wrongParts(kind, entry);
    if (wrong !== undefined)
      throw damaged(`“${short(key)}” holds something unknown, named “${short(wrong)}”`);
    entries.set(key, entry);
  }
  if (entries.size === 0) throw new ProgressFileError("This file is sound, but there are no answers in it.");
  return entries;
}

/** For a file whose size is known before it is read. */
export function tooLarge(): ProgressFileError {
  return new ProgressFileError(
    "This file is larger than any progress can be, so it was not read. Choose the file that this page saved.",
  );
}

/** "12 quizzes, 3 patients, newest answer on 3 November 2026". */
export function summary(entries: ReadonlyMap<string, State>): string {
  const counts = new Map<Kind, number>();
  for (const key of entries.keys()) {
    const kind = kindOf(key);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const parts = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [`${count} ${count === 1 ? KINDS[kind] : several(kind)}`];
  });
  const dates = [...entries.values()].flatMap(datesIn).sort();
  const last = dates.at(-1);
  return [...parts, ...(last === undefined ? [] : [`newest answer on ${day(last)}`])].join(", ");
}

/** "3 November 2026", as the reader's clock has it. */
export function day(date: string): string {
  return new Date(date).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

function several(kind: Kind): string {
  return kind === "quiz" ? "quizzes" : `${KINDS[kind]}s`;
}

function datesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "at" && isDate(inner) ? [inner] : datesIn(inner),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProgressFileError(
      "This file can’t be read: it is not the kind of file that this page saves, or only a part of it arrived. Save it again on the other device, and choose the new one.",
    );
  }
}

function damaged(what: string): ProgressFileError {
  return new ProgressFileError(
    `This file was changed or damaged: ${what}. Nothing was taken from it. Save it again on the other device.`,
  );
}

/** A name as it can stand in a sentence. */
function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
