// What the device's answers add up to, chapter by chapter. Where no mark is kept with an answer, none is made up.
import type { Certainty } from "../marking/certainty.ts";
import type { Sure } from "../player/calibration.ts";
import type { Chapter, Course, CourseItem, Exam } from "./course.ts";
import { asState, type State } from "./layout.ts";
import { type Answered, type Standing, standing } from "./mastery.ts";

interface Attempt {
  readonly certainty: Certainty | null;
  readonly at: string;
  readonly share?: number;
}

/** What the page reads of an answer; `read-entry.ts` has checked it. */
interface Answer {
  readonly hash: string;
  readonly attempts: readonly Attempt[];
}

/** Sound entries of the device, by key. */
export type Kept = ReadonlyMap<string, State>;

/** A chapter's sums. */
export interface ChapterSums {
  readonly chapter: Chapter;
  readonly answered: number;
  readonly of: number;
  /** First attempts with all of the marks, of `marked`. */
  readonly right: number;
  readonly marked: number;
  /** Whose last answer was not right. */
  readonly wrong: number;
  /** Answered in an earlier wording, and not since. */
  readonly older: number;
}

/** An exam that was begun. */
export interface ExamSums extends ChapterSums {
  readonly exam: Exam;
  /** ISO date and time; null while it runs. */
  readonly submitted: string | null;
}

/** Finished patients, and how far the last probabilities were from what it was. */
export interface PatientSums {
  readonly finished: number;
  readonly begun: number;
  /** Mean Brier score; null where none is finished. */
  readonly brier: number | null;
}

/** The sums of every chapter, by part. */
export function chapterSums(course: Course, kept: Kept): { title: string; chapters: ChapterSums[] }[] {
  return course.parts.map(({ title, chapters }) => ({
    title,
    chapters: chapters.map((chapter) => sumsOf(chapter, kept)),
  }));
}

/** Exams that were begun, in the book's order. */
export function examSums({ exams }: Course, kept: Kept): ExamSums[] {
  return exams.flatMap((exam) => {
    const session = sessionOf(exam, kept);
    return session === null ? [] : [{ ...sumsOf(exam, kept), exam, submitted: session.submitted }];
  });
}

/** First attempts of chapters and finished exams, with what the learner said of them. */
export function certainties(course: Course, kept: Kept): Sure[] {
  return sources(course, kept).flatMap(({ key, items }) =>
    items.flatMap((item) => {
      const [first] = answerOf(kept, key, item)?.attempts ?? [];
      const { share, certainty } = first ?? {};
      return item.counts && share !== undefined ? [{ fraction: share, certainty: certainty ?? null }] : [];
    }),
  );
}

/** How well each objective is known, in the book's order; null where nothing of it was answered. */
export function standings(course: Course, kept: Kept): Map<string, Standing | null> {
  const answers = new Map<string, Answered[]>();
  const withCase = new Set<string>();
  for (const { key, items } of sources(course, kept)) {
    for (const item of items) {
      if (!item.counts) continue;
      if (item.case) withCase.add(item.objective);
      const attempts = answerOf(kept, key, item)?.attempts ?? [];
      for (const [place, { at, share, certainty }] of attempts.entries()) {
        // Where an answer is tried again at once, certainty is not asked.
        if (share === undefined || (place > 0 && certainty === null)) continue;
        const answered = { item: item.id, at, right: share === 1, inCase: item.case };
        answers.set(item.objective, [...(answers.get(item.objective) ?? []), answered]);
      }
    }
  }
  return new Map(
    Object.keys(course.objectives).map((id) => [id, standing(answers.get(id) ?? [], withCase.has(id))]),
  );
}

/** What became of the patients; runs of an earlier version of a case don't count. */
export function patientSums({ patients }: Course, kept: Kept): PatientSums {
  const runs = patients.flatMap(({ key, hash }) => {
    const run = asState(kept.get(key));
    return run.hash === hash ? [run as { finished?: { p: number; cancer: boolean }; log?: unknown[] }] : [];
  });
  const scores = runs.flatMap(({ finished }) =>
    finished ? [(finished.p / 100 - Number(finished.cancer)) ** 2] : [],
  );
  return {
    finished: scores.length,
    begun: runs.filter(({ log, finished }) => log !== undefined && !finished).length,
    brier: scores.length === 0 ? null : scores.reduce((sum, each) => sum + each, 0) / scores.length,
  };
}

/** Chapters, and those exams whose answers are told. */
function sources(course: Course, kept: Kept): Chapter[] {
  const exams = course.exams.filter((exam) => exam.told && sessionOf(exam, kept)?.submitted);
  return [...course.parts.flatMap(({ chapters }) => chapters), ...exams];
}

function sumsOf(chapter: Chapter, kept: Kept): ChapterSums {
  const { key, items } = chapter;
  const answers = items.map((item) => ({ item, attempts: answerOf(kept, key, item)?.attempts ?? [] }));
  const marked = answers.filter(({ item, attempts }) => item.counts && attempts[0]?.share !== undefined);
  return {
    chapter,
    answered: answers.filter(({ attempts }) => attempts.length > 0).length,
    of: items.length,
    right: marked.filter(({ attempts }) => attempts[0]?.share === 1).length,
    marked: marked.length,
    wrong: marked.filter(({ attempts }) => attempts.at(-1)?.share !== 1).length,
    older: items.filter((item) => isOlder(kept, key, item)).length,
  };
}

function sessionOf({ key }: Exam, kept: Kept): { readonly submitted: string | null } | null {
  const session = asState(kept.get(key))[":exam"] as { submitted?: string | null } | undefined;
  return session === undefined ? null : { submitted: session.submitted ?? null };
}

function answerOf(kept: Kept, key: string, { id, hash }: CourseItem): Answer | null {
  const answer = asState(kept.get(key))[id] as Answer | undefined;
  return answer?.hash === hash ? answer : null;
}

function isOlder(kept: Kept, key: string, { id, hash }: CourseItem): boolean {
  const answer = asState(kept.get(key))[id] as Answer | undefined;
  return answer !== undefined && answer.hash !== hash && answer.attempts.length > 0;
}
