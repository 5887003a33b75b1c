// Full feedback on drop-downs: the sentences as they should read, then each blank.
import type { Blank, DropDownCloze, DropDownTable, Rationale } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { Phrase } from "../rich.tsx";
import { Folded } from "./folded.tsx";
import { OptionNote } from "./option-note.tsx";

interface Props {
  readonly item: DropDownCloze | DropDownTable | Rationale;
  readonly parts: readonly Part[];
}

/** The completed text, where it is one, and the reasons for each blank. */
export function ClozeFeedback({ item, parts }: Props) {
  return (
    <>
      {item.type !== "drop-down-table" && (
        <p class="rf-completed">
          {item.segments.map((segment, place) => {
            if (typeof segment === "string") return segment;
            const key = item.blanks[segment.blank]?.options.find((option) => option.correct);
            return (
              key && (
                <strong key={place}>
                  <Phrase text={key.text} />
                </strong>
              )
            );
          })}
        </p>
      )}
      {Object.entries(item.blanks).map(([name, blank]) => (
        <BlankFeedback key={name} blank={blank} part={parts.find(({ id }) => id === name)} />
      ))}
    </>
  );
}

function BlankFeedback({ blank, part }: { readonly blank: Blank; readonly part: Part | undefined }) {
  const chosen = blank.options.find((option) => option.id === part?.chosen);
  const key = blank.options.find((option) => option.correct);
  return (
    <section class="rf-blank" aria-label={blank.label}>
      <p class="rf-blank-label">{blank.label}</p>
      {chosen && (
        <OptionNote
          option={chosen}
          verdict={chosen.correct ? "right" : "wrong"}
          says={chosen.correct ? "Your answer, right" : "Your answer, not right"}
          misconception
        />
      )}
      {key && key !== chosen && <OptionNote option={key} verdict="right" says="The right answer" />}
      <Folded title="The other options">
        {blank.options
          .filter((option) => option !== chosen && option !== key)
          .map((option) => (
            <OptionNote key={option.id} option={option} verdict="none" says="Not right, and you left it" />
          ))}
      </Folded>
    </section>
  );
}

/** What is wrong in the blanks that were filled. */
export function ClozeHint({ item, parts }: Props) {
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
