// A score: its questions, what comes out, and worked examples to fill in.
import { useState } from "preact/hooks";
import type { Answer, Answers, Question as Asked, Result, Score } from "../../clinical/score.ts";
import { evaluate } from "../../clinical/scores.ts";
import { Citation } from "../../player/citation.tsx";
import { useSurroundings } from "../../player/context.ts";
import { labRender } from "../frame/lab-render.tsx";
import { useLab } from "../frame/use-lab.ts";
import type { Data, State } from "./data.ts";
import { Question } from "./question.tsx";
import { ResultView } from "./result.tsx";
import { Spine } from "./spine.tsx";
import { answerWords, headline, possible, spanWords } from "./words.ts";

interface Move {
  readonly question: Asked;
  readonly before: Answers;
  readonly after: Answers;
}

function View() {
  const { data, state, mode, set, say } = useLab<Data, State>();
  const { score } = data;
  const [move, setMove] = useState<Move | null>(null);
  const answers = sound(score, state);
  const result = evaluate(score, answers);
  // A worked example and the way back move many answers at once: then there is no last one.
  const last = move && same(score, move.after, answers) ? move : null;
  const moved = last && score.questions.length > 1 ? movedWords(score, last, result) : "";
  const answer = (question: Asked, given: Answer) => {
    const after = { ...answers, [question.id]: given };
    const next = { question, before: answers, after };
    const found = evaluate(score, after);
    setMove(next);
    set({ [question.id]: given });
    say(headline(score, found));
  };
  const fill = (example: Answers) => {
    const after = Object.fromEntries(score.questions.map(({ id }) => [id, example[id] ?? null]));
    set(after);
    say(headline(score, evaluate(score, after)));
  };
  return (
    <>
      {data.about && <p class="rf-score-about">{data.about}</p>}
      <div class={mode === "drawn" ? "rf-score-two" : undefined}>
        <div class="rf-score-questions">
          {score.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              isShort={mode === "drawn"}
              answer={answers[question.id] ?? null}
              onAnswer={(given) => answer(question, given)}
            />
          ))}
          <Examples data={data} answers={answers} onFill={fill} />
        </div>
        <div class="rf-score-told">
          {mode === "drawn" && data.picture && (
            <Spine score={score} answers={answers} result={result} moved={last?.question.id ?? null} />
          )}
          <ResultView data={data} answers={answers} result={result} moved={moved} />
        </div>
      </div>
      <Lines title="Reading it" lines={data.interpretation} />
      <Lines title="Beware" lines={data.caveats} />
      <p class="rf-score-source">
        {data.work} {data.checked}{" "}
        {data.evidence.map((entry) => (
          <Citation key={entry} entry={entry} text="" />
        ))}
      </p>
    </>
  );
}

interface ExamplesProps {
  readonly data: Data;
  readonly answers: Answers;
  readonly onFill: (answers: Answers) => void;
}

function Examples({ data: { score }, answers, onFill }: ExamplesProps) {
  const { prefix } = useSurroundings();
  // Without a story the examples of a single question are its answers over again.
  if (score.questions.length === 1 && score.examples.every(({ note }) => note === null)) return null;
  const shown = score.examples.find((example) => same(score, example.answers, answers))?.id ?? "";
  const id = `${prefix}-example`;
  return (
    <p class="rf-score-field">
      <label for={id}>Fill in a worked example</label>
      <select
        class={shown ? "" : "rf-empty"}
        id={id}
        value={shown}
        onChange={(event) => {
          const example = score.examples.find((one) => one.id === event.currentTarget.value);
          if (example) onFill(example.answers);
        }}
      >
        <option value="">None</option>
        {score.examples.map((example) => (
          <option key={example.id} value={example.id}>
            {example.note ?? Object.values(example.answers).join(", ")}
          </option>
        ))}
      </select>
    </p>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p class="rf-score-lines">
        <b>{title}</b>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** The answers that the score can have: a notebook may have written anything. */
function sound(score: Score, state: State): Answers {
  const fits = (id: string, answer: Answer) => {
    try {
      evaluate(score, { [id]: answer });
      return true;
    } catch {
      return false;
    }
  };
  return Object.fromEntries(
    score.questions.map(({ id }) => {
      const answer = state[id] ?? null;
      return [id, fits(id, answer) ? answer : null];
    }),
  );
}

function same(score: Score, one: Answers, other: Answers): boolean {
  return score.questions.every(({ id }) => (one[id] ?? null) === (other[id] ?? null));
}

/** What the last answer did to points and outcome. */
function movedWords(score: Score, { question, before, after }: Move, now: Result): string {
  const then = evaluate(score, before);
  const [from, to] = [then.parts[question.id], now.parts[question.id]];
  const points = from && to ? ` (${spanWords(to)} points, before: ${spanWords(from)})` : "";
  const outcome = score.series
    ? ""
    : possible(score, then).join() === possible(score, now).join()
      ? " What may come out stays the same."
      : " That moved what may come out.";
  return `Last change: ${question.label}, ${answerWords(question, after)}${points}.${outcome}`;
}

/** The anywidget contract. */
export const render = labRender(View);
