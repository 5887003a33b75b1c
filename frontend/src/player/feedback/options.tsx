// Full feedback on options: the learner's choice first, then the key, the others folded.
import type { Option, SelectAll, SelectN, SingleBestAnswer } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { Folded } from "./folded.tsx";
import { OptionNote } from "./option-note.tsx";

interface Props {
  readonly item: SingleBestAnswer | SelectAll | SelectN;
  readonly parts: readonly Part[];
}

/** Every option with its reason. */
export function OptionsFeedback({ item, parts }: Props) {
  const chosen = item.options.filter((option) => isChosen(option, parts));
  const left = item.options.filter((option) => !isChosen(option, parts));
  const missed = item.type === "single-best-answer" ? "The best answer" : "Missed";
  return (
    <>
      {chosen.map((option) => (
        <OptionNote
          key={option.id}
          option={option}
          verdict={option.correct ? "right" : "wrong"}
          says={option.correct ? "Your answer, right" : "Your answer, not right"}
          misconception
        />
      ))}
      {left
        .filter((option) => option.correct)
        .map((option) => (
          <OptionNote
            key={option.id}
            option={option}
            verdict={item.type === "single-best-answer" ? "right" : "missed"}
            says={missed}
          />
        ))}
      <Folded title="The other options">
        {left
          .filter((option) => !option.correct)
          .map((option) => (
            <OptionNote key={option.id} option={option} verdict="none" says="Not right, and you left it" />
          ))}
      </Folded>
    </>
  );
}

/** Whether the learner picked the option. */
export function isChosen(option: Option, parts: readonly Part[]): boolean {
  return parts.some((part) => part.id === option.id && part.chosen === true);
}
