// An exam from its start to its end.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CompiledQuiz } from "../../content.ts";
import { ForgetAnswers } from "../forget.tsx";
import type { Mode } from "../mode.ts";
import { blankRecord, isReadable } from "../record.ts";
import type { Store } from "../store.ts";
import { Finished } from "./finished.tsx";
import { HandedIn } from "./handed-in.tsx";
import { begin, readSession, type Session } from "./session.ts";
import { Sitting } from "./sitting.tsx";
import { Start } from "./start.tsx";

interface Props {
  readonly quiz: CompiledQuiz;
  readonly store: Store;
  readonly mode: Mode;
  /** Null without a limit. */
  readonly minutes: number | null;
  readonly onReview: () => void;
}

/** Start, questions, end: whichever the stored session says. */
export function Exam({ quiz, store, mode, minutes, onReview }: Props) {
  const session = useSession(quiz, store);
  const [round, setRound] = useState(0);
  /** Only what the learner has just done moves the focus: a page that opens leaves it alone. */
  const acted = useRef(false);
  const put = (change: Partial<Session>) => session && store.putExam({ ...session, ...change });

  if (session === null) {
    return (
      <Start
        key={round}
        quiz={quiz}
        store={store}
        minutes={minutes}
        onStart={(time) => {
          acted.current = true;
          reopen(quiz, store);
          store.putExam(begin(time, new Date()));
        }}
      />
    );
  }
  if (session.submitted === null) {
    return (
      <Sitting
        quiz={quiz}
        store={store}
        mode={mode}
        session={session}
        now={acted.current}
        minutes={minutes}
        onChange={put}
        onFinish={(late) => {
          acted.current = true;
          finish(quiz, store, session, late);
        }}
      />
    );
  }
  const forget = () => {
    store.forget();
    setRound(round + 1);
  };
  return (
    <>
      {mode.told ? (
        <Finished
          quiz={quiz}
          store={store}
          mode={mode}
          late={session.late}
          now={acted.current}
          onReview={onReview}
        />
      ) : (
        <HandedIn
          quiz={quiz}
          store={store}
          mode={mode}
          session={session}
          now={acted.current}
          onSaved={() => put({ saved: true })}
        />
      )}
      {(mode.told || session.saved) && <ForgetAnswers single={false} onForget={forget} />}
    </>
  );
}

function useSession(quiz: CompiledQuiz, store: Store): Session | null {
  const [raw, follow] = useState(store.exam);
  useLayoutEffect(() => store.subscribe(() => follow(store.exam)), [store]);
  return readSession(raw, quiz.items.length);
}

/** Opens answers that are in though their session is lost; without answers it does nothing. */
function reopen(quiz: CompiledQuiz, store: Store): void {
  for (const item of quiz.items) {
    const [first] = store.record(item).attempts;
    if (first) store.put(item, { ...blankRecord(item), draft: first.response }, "soon");
  }
}

/** Turns every answer in the making into the attempt that counts. */
function finish(quiz: CompiledQuiz, store: Store, session: Session, late: boolean): void {
  const at = new Date().toISOString();
  for (const item of quiz.items) {
    const record = store.record(item);
    const { draft, sure, left: _, ...kept } = record;
    const readable = draft !== undefined && isReadable(item, draft);
    const attempt = { response: readable ? draft : null, certainty: sure ?? null, at };
    const whole = { ...kept, attempts: [attempt], revealed: true };
    store.put(item, readable || draft === undefined ? whole : { ...whole, draft }, "soon");
  }
  store.putExam({ ...session, submitted: at, late });
}
