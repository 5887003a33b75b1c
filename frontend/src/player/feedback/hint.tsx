// Feedback on a wrong first attempt: what was wrong with the learner's own choices, and nothing of the key.
import type {
  DropDownCloze,
  Item,
  MatrixMultipleChoice,
  SelectAll,
  SelectN,
  SingleBestAnswer,
} from "../../content.ts";
import type { Mark, Part } from "../../marking/result.ts";
import { Phrase } from "../rich.tsx";
import { Sign } from "../sign.tsx";
import { Misconception } from "./explanation.tsx";
import { WrongNumberNote } from "./numeric.tsx";
import { OptionNote } from "./option-note.tsx";
import { isChosen } from "./options.tsx";

interface Props {
  readonly item: Item;
  readonly marked: Mark;
}

/** The wrong parts of an answer. */
export function Hint({ item, marked }: Props) {
  switch (item.type) {
    case "single-best-answer":
    case "select-all":
    case "select-n":
      return <OptionsHint item={item} parts={marked.parts} />;
    case "matrix-multiple-choice":
      return <MatrixHint item={item} parts={marked.parts} />;
    case "drop-down-cloze":
      return <ClozeHint item={item} parts={marked.parts} />;
    case "numeric":
      return <WrongNumberNote item={item} parts={marked.parts} />;
  }
}

interface PartsOf<T extends Item> {
  readonly item: T;
  readonly parts: readonly Part[];
}

function OptionsHint({ item, parts }: PartsOf<SingleBestAnswer | SelectAll | SelectN>) {
  const wrong = item.options.filter((option) => !option.correct && isChosen(option, parts));
  const missed = item.options.filter((option) => option.correct && !isChosen(option, parts)).length;
  return (
    <>
      {wrong.map((option) => (
        <OptionNote
          key={option.id}
          option={option}
          verdict="wrong"
          says="Your answer, not right"
          misconception
          rightIf={false}
        />
      ))}
      {item.type === "select-all" && missed > 0 && (
        <p>
          {wrong.length === 0 ? "Every option that you ticked is right." : ""} {missed} right{" "}
          {missed === 1 ? "option is" : "options are"} still unticked.
        </p>
      )}
    </>
  );
}

// A row's reason names its column, so it waits for the full feedback.
function MatrixHint({ item, parts }: PartsOf<MatrixMultipleChoice>) {
  const wrong = new Set(parts.filter((part) => !part.right).map((part) => part.id));
  return (
    <>
      {item.rows
        .filter((row) => wrong.has(row.id))
        .map((row) => (
          <div class="rf-note rf-note-wrong" key={row.id}>
            <p class="rf-note-head">
              <Sign verdict="wrong" />
              <span class="rf-note-says">
                Not right: {parts.find(({ id }) => id === row.id)?.chosen ?? "no answer"}
              </span>
            </p>
            <p class="rf-note-option">
              <Phrase text={row.text} />
            </p>
            <Misconception idea={row.misconception} />
          </div>
        ))}
    </>
  );
}

function ClozeHint({ item, parts }: PartsOf<DropDownCloze>) {
  return (
    <>
      {Object.entries(item.blanks).map(([name, blank]) => {
        const part = parts.find(({ id }) => id === name);
        const chosen = blank.options.find((option) => option.id === part?.chosen);
        if (chosen === undefined || chosen.correct) return null;
        return (
          <OptionNote
            key={name}
            option={chosen}
            verdict="wrong"
            says={`Not right: ${blank.label}`}
            misconception
            rightIf={false}
          />
        );
      })}
    </>
  );
}
