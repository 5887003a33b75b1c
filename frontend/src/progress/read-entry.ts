// What an entry of the device may hold, by its kind: checked before it is believed, whether it comes from a file or a disk.

/** The kinds of entries, with what they are called. */
export const KINDS = {
  quiz: "quiz",
  exam: "exam",
  case: "patient",
  lab: "explorer",
  "claim-check": "claim check",
} as const;

export type Kind = keyof typeof KINDS;

const KEY = /^(?:(quiz|exam|case|lab):[a-z0-9][a-z0-9 :-]{0,999}|claim-check)$/;
const ITEM = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$/;
const HASH = /^[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/;
/** More attempts, or acts, than anybody makes. */
const MOST = 5000;
/** Nothing that a player writes lies deeper. */
const DEPTH = 8;

/** The kind of an entry; null for a key that this course doesn't know. */
export function kindOf(key: string): Kind | null {
  const [whole, kind] = KEY.exec(key) ?? [];
  return whole === undefined ? null : ((kind ?? "claim-check") as Kind);
}

/** The parts of an entry that no player wrote; none if it is sound. */
export function wrongParts(kind: Kind, entry: Readonly<Record<string, unknown>>): string[] {
  if (kind === "case") return isRun(entry) ? [] : ["run"];
  const isSound = { quiz: isAnswer, exam: isAnswer, lab: isPlain, "claim-check": isWord }[kind];
  return Object.keys(entry).filter((name) =>
    kind === "exam" && name === ":exam" ? !isSession(entry[name]) : !ITEM.test(name) || !isSound(entry[name]),
  );
}

/** An ISO date and time as players write it. */
export function isDate(raw: unknown): raw is string {
  return typeof raw === "string" && DATE.test(raw) && !Number.isNaN(Date.parse(raw));
}

/** Whether an object has these keys and no others. */
export function hasOnly(
  raw: unknown,
  checks: Readonly<Record<string, (value: unknown) => boolean>>,
  needed: readonly string[],
): raw is Record<string, unknown> {
  return (
    typeof raw === "object" &&
    raw !== null &&
    !Array.isArray(raw) &&
    needed.every((name) => Object.hasOwn(raw, name)) &&
    Object.entries(raw).every(
      ([name, value]) => Object.hasOwn(checks, name) && checks[name]?.(value) === true,
    )
  );
}

const isFlag = (raw: unknown) => typeof raw === "boolean";
const isWord = (raw: unknown) => typeof raw === "string" && ITEM.test(raw);
const isHash = (raw: unknown) => typeof raw === "string" && HASH.test(raw);
const isCount = (raw: unknown) => Number.isInteger(raw) && (raw as number) >= 0;
const isShare = (raw: unknown) => typeof raw === "number" && raw >= 0 && raw <= 1;
const isSure = (raw: unknown) => raw === null || [0, 1, 2, 3].includes(raw as number);
const listOf = (isOne: (raw: unknown) => boolean) => (raw: unknown) =>
  Array.isArray(raw) && raw.length <= MOST && raw.every(isOne);

const ATTEMPT = { response: isPlain, certainty: isSure, at: isDate, share: isShare };
const ANSWER = {
  hash: isHash,
  attempts: listOf((raw) => hasOnly(raw, ATTEMPT, ["response", "certainty", "at"])),
  revealed: isFlag,
  draft: isPlain,
  sure: isSure,
  flagged: isFlag,
  left: isFlag,
  again: isCount,
};
const SESSION = {
  started: isDate,
  minutes: (raw: unknown) => raw === null || typeof raw === "number",
  place: isCount,
  clock: isFlag,
  submitted: (raw: unknown) => raw === null || isDate(raw),
  late: isFlag,
  saved: isFlag,
};
const ACTS = ["order", "wait", "stage", "pin", "pause", "write"];
const isAct = (raw: unknown) =>
  isPlain(raw) &&
  typeof raw === "object" &&
  raw !== null &&
  ACTS.includes((raw as { do?: unknown }).do as string);
const RUN = {
  hash: isHash,
  log: listOf(isAct),
  others: listOf(listOf(isAct)),
  ticks: listOf(isCount),
  finished: (raw: unknown) => hasOnly(raw, { p: isCount, cancer: isFlag, at: isDate }, ["p", "cancer", "at"]),
};

const isAnswer = (raw: unknown) => hasOnly(raw, ANSWER, ["hash", "attempts"]);
const isSession = (raw: unknown) => hasOnly(raw, SESSION, ["started"]);
const isRun = (raw: unknown) => hasOnly(raw, RUN, ["hash"]);

/** Whether a value is plain data of a reasonable depth. */
function isPlain(raw: unknown, depth = 0): boolean {
  if (raw === null || ["string", "boolean"].includes(typeof raw) || Number.isFinite(raw)) return true;
  if (typeof raw !== "object" || depth >= DEPTH) return false;
  return Object.entries(raw).every(([name, value]) => name !== "__proto__" && isPlain(value, depth + 1));
}
