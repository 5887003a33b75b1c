// What is kept of one item: every attempt, and the answer in the making.
import type { Item } from "../content.ts";
import type { Certainty } from "../marking/certainty.ts";
import { read } from "../marking/read.ts";
import type { Response } from "../marking/response.ts";

/** One submitted answer. */
export interface Attempt {
  readonly response: Response;
  /** Null where certainty was not asked: a second attempt. */
  readonly certainty: Certainty | null;
  /** ISO date and time. */
  readonly at: string;
  /** Of the marks, 0 to 1: for pages that don't have the key. */
  readonly share?: number;
}

/** Everything kept of one item. */
export interface ItemRecord {
  /** The item's content hash when it was answered; a changed item asks again. */
  readonly hash: string;
  readonly attempts: readonly Attempt[];
  readonly draft?: Response;
  readonly revealed: boolean;
  /** In an exam: how sure the learner is of the draft. */
  readonly sure?: Certainty;
  /** In an exam: to be looked at again before the end. */
  readonly flagged?: boolean;
  /** In an exam: a step of a case that can't be returned to. */
  readonly left?: boolean;
  /** In a review: how many attempts there were when the item was asked again. */
  readonly again?: number;
}

/** A record without an answer. */
export function blankRecord(item: Item): ItemRecord {
  return { hash: item.hash, attempts: [], revealed: false };
}

/** Reads a stored record; null when it is not one that this item's player wrote. */
export function readRecord(item: Item, raw: unknown): ItemRecord | null {
  if (!isObject(raw) || raw.hash !== item.hash || !Array.isArray(raw.attempts)) return null;
  const attempts = raw.attempts.filter((attempt): attempt is Attempt => isAttempt(item, attempt));
  if (attempts.length < raw.attempts.length) return null;
  return {
    hash: item.hash,
    attempts,
    revealed: raw.revealed === true,
    ...(isDraft(item, raw.draft) && { draft: raw.draft }),
    ...(isCertainty(raw.sure) && { sure: raw.sure }),
    ...(raw.flagged === true && { flagged: true }),
    ...(raw.left === true && { left: true }),
    ...(isCount(raw.again, attempts.length) && { again: raw.again }),
  };
}

/** Whether a stored record answers an earlier wording of the item. */
export function answersOlder(item: Item, raw: unknown): boolean {
  return isObject(raw) && typeof raw.hash === "string" && raw.hash !== item.hash && size(raw.attempts) > 0;
}

function isAttempt(item: Item, raw: unknown): boolean {
  return (
    isObject(raw) &&
    typeof raw.at === "string" &&
    (raw.certainty === null || isCertainty(raw.certainty)) &&
    isReadable(item, raw.response)
  );
}

function isDraft(item: Item, raw: unknown): raw is Response {
  // A number in the making ("12.") need not parse yet.
  return item.type === "numeric" ? typeof raw === "string" : raw !== undefined && isReadable(item, raw);
}

function isCertainty(raw: unknown): raw is Certainty {
  return [0, 1, 2, 3].includes(raw as number);
}

function isCount(raw: unknown, most: number): raw is number {
  return Number.isInteger(raw) && (raw as number) > 0 && (raw as number) <= most;
}

/** Whether an answer is one that the item's player can give. */
export function isReadable(item: Item, response: unknown): boolean {
  try {
    read(item, response);
    return true;
  } catch {
    return false;
  }
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null;
}

function size(raw: unknown): number {
  return Array.isArray(raw) ? raw.length : 0;
}
