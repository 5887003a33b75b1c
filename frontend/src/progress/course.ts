// What the progress page is told of the course by the build: no question, no key.

/** A question, by name and wording. */
export interface CourseItem {
  readonly id: string;
  /** Its wording: an answer to another one doesn't count. */
  readonly hash: string;
  readonly objective: string;
  /** False where nobody gives marks but the learner. */
  readonly counts: boolean;
  /** Whether it is asked within an unfolding case. */
  readonly case: boolean;
}

/** A page to lead to. */
export interface Place {
  readonly title: string;
  readonly href: string;
}

/** A chapter with its questions. */
export interface Chapter extends Place {
  /** Of its answers on the device. */
  readonly key: string;
  readonly items: readonly CourseItem[];
}

/** The chapters of one part, in the book's order. */
export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** An exam; `told` is false where the key is with an instructor. */
export interface Exam extends Chapter {
  readonly told: boolean;
}

/** A virtual patient. */
export interface Patient extends Place {
  readonly key: string;
  readonly hash: string;
}

/** Everything that can be answered. */
export interface Course {
  readonly parts: readonly Part[];
  readonly exams: readonly Exam[];
  readonly patients: readonly Patient[];
  /** Their words, by id, in the book's order. */
  readonly objectives: Readonly<Record<string, string>>;
}
