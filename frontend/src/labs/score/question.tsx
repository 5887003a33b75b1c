// One question of a score: radios, a list where there are many answers, or a number.
import { useState } from "preact/hooks";
import type { Answer, Question as Asked, ChoiceQuestion, NumberQuestion } from "../../clinical/score.ts";
import { useSurroundings } from "../../player/context.ts";
import { Choice } from "../frame/choice.tsx";

/** More answers than this are a list to open. */
const MOST_RADIOS = 6;

interface Props<Kind> {
  readonly question: Kind;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

export function Question({ question, ...props }: Props<Asked>) {
  if (!("choices" in question)) return <NumberField question={question} {...props} />;
  return question.choices.length > MOST_RADIOS ? (
    <ListField question={question} {...props} />
  ) : (
    <RadioField question={question} {...props} />
  );
}

function RadioField({ question, answer, onAnswer }: Props<ChoiceQuestion>) {
  const options = question.choices.map(({ id, label, points }) => ({
    value: id,
    label: (
      <>
        {points && <b class="rf-score-points">{points.toSorted((one, other) => one - other).join(" or ")}</b>}{" "}
        {label}
      </>
    ),
  }));
  return (
    <div class="rf-score-question">
      <Choice
        legend={question.label}
        name={question.id}
        options={[...options, { value: "", label: "Not known yet" }]}
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
      <select id={id} value={answer ?? ""} onChange={(event) => onAnswer(event.currentTarget.value || null)}>
        <option value="">Not known yet</option>
        {question.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.id === choice.label ? choice.label : `${choice.id}: ${choice.label}`}
          </option>
        ))}
      </select>
    </p>
  );
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
