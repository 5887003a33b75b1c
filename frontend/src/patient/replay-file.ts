// A run as a file: saved, and read back with suspicion, since it may come from anybody.
import { actionOf, type PlayableCase, STAGES } from "../simulation/case.ts";
import { type Entry, type Log, PINS } from "../simulation/state.ts";
import { MOST_WORDS } from "../simulation/step.ts";

export const FORMAT = "redflags-replay/1";
export const MOST_BYTES = 1_000_000;
const MOST_ENTRIES = 5000;

/** A file, or a stored run, that can't be played; its message says why. */
export class ReplayError extends Error {}

/** A run as the text of its file. */
export function replayText({ name, title }: PlayableCase, hash: string, log: readonly unknown[]): string {
  return `${JSON.stringify({ format: FORMAT, case: name, hash, title, log }, null, 1)}\n`;
}

/** The log in a file's text. */
export function readReplay(patient: PlayableCase, text: string): Log {
  if (text.length > MOST_BYTES) throw new ReplayError("The file is too large to be a replay of a case.");
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new ReplayError("The file is not a replay: it doesn’t hold JSON.");
  }
  if (!isObject(file) || file.format !== FORMAT) {
    throw new ReplayError(`The file is not a replay of this course (${FORMAT}).`);
  }
  if (file.case !== patient.name) throw new ReplayError("The file is a replay of another case.");
  if (file.hash !== patient.hash) {
    throw new ReplayError("The file was made with another version of this case, which has changed since.");
  }
  return readLog(patient, file.log);
}

/** A log whose every entry is one that this case's player can write. */
export function readLog(patient: PlayableCase, log: unknown): Log {
  if (!Array.isArray(log)) throw new ReplayError("The file holds no list of acts.");
  if (log.length > MOST_ENTRIES) throw new ReplayError("The file holds more acts than anybody can do.");
  const wrong = log.findIndex((entry) => !isEntry(patient, entry));
  if (wrong >= 0) throw new ReplayError(`Act ${wrong + 1} of the file is none that this case knows.`);
  return log as Log;
}

function isEntry(patient: PlayableCase, raw: unknown): raw is Entry {
  if (!isObject(raw)) return false;
  const keys = Object.keys(raw);
  const only = (...names: string[]) => keys.every((key) => key === "do" || names.includes(key));
  switch (raw.do) {
    case "order":
      return only("action") && actionOf(patient, raw.action) !== undefined;
    case "wait":
      return only("minutes") && (raw.minutes === undefined || Number.isInteger(raw.minutes));
    case "stage":
      return (
        only("stage", "ranks", "cancer") &&
        (STAGES as readonly unknown[]).includes(raw.stage) &&
        Number.isInteger(raw.cancer) &&
        Array.isArray(raw.ranks) &&
        raw.ranks.every((id) => patient.diagnoses.some((diagnosis) => diagnosis.id === id))
      );
    case "pin":
      return (
        only("finding", "as") &&
        patient.findings.some(({ id }) => id === raw.finding) &&
        (raw.as === null || PINS.includes(raw.as))
      );
    case "pause":
      return only("absent") && isText(raw.absent);
    case "write":
      return only("text") && isText(raw.text);
    default:
      return false;
  }
}

function isText(raw: unknown): boolean {
  return typeof raw === "string" && raw.length <= 2 * MOST_WORDS;
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
