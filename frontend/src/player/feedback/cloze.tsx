// Full feedback on a cloze: the sentences as they should read, then each blank.
import type { Blank, DropDownCloze } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { Phrase } from "../rich.tsx";
import { Folded } from "./folded.tsx";
import { OptionNote } from "./option-note.tsx";

interface Props {
  readonly item: DropDownCloze;
  readonly parts: readonly Part[];
}

/** The completed text and the reasons for each blank. */
export function ClozeFeedback({ item, parts }: Props) {
  return (
    <>
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
