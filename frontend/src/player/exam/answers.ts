// The file of answers that a learner hands in; `redflags mark` reads it where the key is.
import type { CompiledQuiz } from "../../content.ts";
import { saveFile } from "../save-file.ts";
import type { Store } from "../store.ts";
import type { Session } from "./session.ts";

/** Everything that was answered; the same as `Quiz.answers()` in a notebook. */
export function answersOf(quiz: CompiledQuiz, store: Store, session: Session) {
  return {
    format: "redflags-answers/1",
    quiz: quiz.name,
    title: quiz.title,
    started: session.started,
    submitted: session.submitted,
    items: quiz.items.map((item) => {
      const { attempts, draft, sure } = store.record(item);
      const first = attempts[0];
      return {
        item: item.id,
        hash: item.hash,
        // A number that can't be read stays a draft; whoever marks it gets to see it.
        response: first?.response ?? draft ?? null,
        certainty: first?.certainty ?? sure ?? null,
        at: first?.at ?? null,
      };
    }),
  };
}

/** Offers the answers as a file. */
export function saveAnswers(quiz: CompiledQuiz, store: Store, session: Session): void {
  saveFile(`${quiz.name}-answers.json`, `${JSON.stringify(answersOf(quiz, store, session), null, 1)}\n`);
}
