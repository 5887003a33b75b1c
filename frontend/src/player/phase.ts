// Where an item stands, worked out from what is kept of it.
import type { Item } from "../content.ts";
import { mark } from "../marking/mark.ts";
import type { Response } from "../marking/response.ts";
import type { Mark } from "../marking/result.ts";
import { isOnce, isSelfMarked, isUnmarked } from "./kinds.ts";
import type { Mode } from "./mode.ts";
import type { Attempt, ItemRecord } from "./record.ts";

/**
 * answering: no answer yet. wrong: locked, told what was wrong, not told the key. retrying: answering again.
 * submitted: locked, told nothing. done: locked, everything told.
 */
export type Phase = "answering" | "wrong" | "retrying" | "submitted" | "done";

/** The phase of an item with this record. */
export function phaseOf(item: Item, record: ItemRecord, mode: Mode): Phase {
  const attempts = round(record);
  const last = attempts.at(-1);
  if (last === undefined) return record.left ? "submitted" : "answering";
  if (!mode.told) return "submitted";
  if (record.revealed || attempts.length >= mode.attempts || isRight(mark(item, last.response)))
    return "done";
  if (isOnce(item)) return "done";
  return record.draft === undefined ? "wrong" : "retrying";
}

/** The attempts since the item was last asked: all of them, unless a review asked it again. */
export function round(record: ItemRecord): readonly Attempt[] {
  return record.attempts.slice(record.again ?? 0);
}

/** Whether an answer earned all there was to earn. */
export function isRight(marked: Mark): boolean {
  return marked.earned === marked.max;
}

/** The first attempt with its mark: the only one that counts. */
export function counted(item: Item, record: ItemRecord): { attempt: Attempt; marked: Mark } | null {
  const attempt = record.attempts[0];
  return attempt === undefined ? null : { attempt, marked: mark(item, attempt.response) };
}

/** A record whose every answer has the share of the marks that it earned; the same record where nothing was missing. */
export function marked(item: Item, record: ItemRecord): ItemRecord {
  // What learners mark themselves changes later, and without a panel there is no mark.
  if (isSelfMarked(item) || isUnmarked(item)) return record;
  if (record.attempts.every(({ share }) => share !== undefined)) return record;
  const attempts = record.attempts.map((attempt) => {
    const { earned, max } = mark(item, attempt.response);
    return { ...attempt, share: earned / max };
  });
  return { ...record, attempts };
}

/** Whether there is nothing in an answer to talk about. */
export function isBlank(response: Response): boolean {
  if (response === null) return true;
  // A text without a letter is as blank as a list without an entry.
  const values = typeof response === "string" ? [response] : Object.values(response);
  return values.every((value) => String(value).trim() === "");
}
