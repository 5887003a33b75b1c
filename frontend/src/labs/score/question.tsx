// One question of a score: radios, a list where there are many answers, or a number.
import { useState } from "preact/hooks";
import type {
  Answer,
  Question as Asked,
  Choice,
  ChoiceQuestion,
  NumberQuestion,
} from "../../clinical/score.ts";
import { useSurroundings } from "../../player/context.ts";
import { Choice as Radios } from "../frame/choice.tsx";

/** More answers than this are a list to open. */
const MOST_RADIOS = 6;

interface Props<Kind> {
  readonly question: Kind;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

interface QuestionProps extends Props<Asked> {
  /** Lists to open take less room than radios: beside a drawing. */
  readonly isShort: boolean;
}

export function Question({ question, isShort, ...props }: QuestionProps) {
  if (!("choices" in question)) return <NumberField question={question} {...props} />;
  return isShort || question.choices.length > MOST_RADIOS ? (
    <ListField question={question} {...props} />
  ) : (
    <RadioField question={question} {...props} />
  );
}

function RadioField({ question, answer, onAnswer }: Props<ChoiceQuestion>) {
  const options = question.choices.map((choice) => ({
    value: choice.id,
    label: (
      <>
        <b class="rf-score-points">{pointsOf(choice)}</b> {choice.label}
      </>
    ),
  }));
  return (
    <div class="rf-score-question">
      <Radios
        legend={question.label}
        name={question.id}
        options={[...options, { value: "", label: "Not known" }]}
        value={answer === null ? "" : String(answer)}
        onChange={(value) => onAnswer(value || null)}
      />
      {question.note && <p class="rf-score-note">{question.note}</p>}
    </div>
  );
}

function ListField({ question, answer, onAnswer }: Props<ChoiceQuestion>) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-${question.id}`;
  return (
    <p class="rf-score-question rf-score-field">
      <label for={id}>{question.label}</label>
      <select
        class={answer === null ? "rf-empty" : ""}
        id={id}
        value={answer ?? ""}
        onChange={(event) => onAnswer(event.currentTarget.value || null)}
      >
        <option value="">Not known</option>
        {question.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {listed(choice)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** "2", or "2 or 3" where that is open; empty where nothing is added. */
function pointsOf({ points = [] }: Choice): string {
  return points.toSorted((one, other) => one - other).join(" or ");
}

/** What stands before a choice in a list: its points, or the name of a grade. */
function listed(choice: Choice): string {
  const before = choice.points ? pointsOf(choice) : choice.id;
  return before === choice.label ? choice.label : `${before}: ${choice.label}`;
}

function NumberField({ question, answer, onAnswer }: Props<NumberQuestion>) {
  const { prefix } = useSurroundings();
  const [typed, type] = useState(answer === null ? "" : String(answer));
  const [isWrong, setWrong] = useState(false);
  const [known, setKnown] = useState(answer);
  // A worked example, the way back and a notebook answer too.
  if (known !== answer) {
    setKnown(answer);
    if (answer !== null || !isWrong) type(answer === null ? "" : String(answer));
  }
  const id = `${prefix}-${question.id}`;
  const { min, max, step, whole } = question;
  const allowed = `${min} to ${max}${whole && step !== 1 ? `, in steps of ${step}` : ""}`;
  const take = (text: string) => {
    const number = Number(text);
    const fits = number >= min && number <= max && (!whole || (number - min) % step === 0);
    const isEmpty = text.trim() === "";
    type(text);
    setWrong(!isEmpty && !fits);
    const taken = isEmpty || !fits ? null : number;
    setKnown(taken);
    onAnswer(taken);
  };
  return (
    <p class="rf-score-question rf-score-field">
      <label for={id}>
        {question.label}
        {question.unit && `, ${question.unit}`}
      </label>
      <input
        type="number"
        inputMode="decimal"
        id={id}
        min={min}
        max={max}
        step={whole ? step : "any"}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={`${id}-range`}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <span id={`${id}-range`} class={isWrong ? "rf-score-wrong" : "rf-score-note"}>
        {isWrong ? `Not counted: it has to be ${allowed}.` : `${allowed} can be typed here`}
      </span>
    </p>
  );
}
