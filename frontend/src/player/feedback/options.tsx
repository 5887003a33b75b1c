// Feedback on options: the learner's choice first, then the key, the others folded.
import type { Option } from "../../content.ts";
import type { Part } from "../../marking/result.ts";
import { Folded } from "./folded.tsx";
import { OptionNote } from "./option-note.tsx";
import { isKiller, isLettered, listsOf, type PickList, type PicksItem } from "./picks.ts";

interface Props {
  readonly item: PicksItem;
  readonly parts: readonly Part[];
}

/** What the key is called where there is only one. */
const BEST: Readonly<Record<string, string>> = {
  "single-best-answer": "The best answer",
  "image-hotspot": "The right place",
};

/** Every option with its reason. */
export function OptionsFeedback({ item, parts }: Props) {
  return (
    <>
      {listsOf(item, parts).map((list) =>
        list.title === null ? (
          <ListFeedback key="all" item={item} list={list} />
        ) : (
          <section class="rf-blank" key={list.title} aria-label={list.title}>
            <p class="rf-blank-label">{list.title}</p>
            <ListFeedback item={item} list={list} />
          </section>
        ),
      )}
    </>
  );
}

function ListFeedback({ item, list }: { readonly item: PicksItem; readonly list: PickList }) {
  const lettered = isLettered(item);
  const chosen = list.options.filter((option) => list.chosen.has(option.id));
  const left = list.options.filter((option) => !list.chosen.has(option.id));
  const best = BEST[item.type];
  return (
    <>
      {chosen.map((option) => (
        <OptionNote
          key={option.id}
          option={option}
          verdict={option.correct ? "right" : "wrong"}
          says={option.correct ? "Your answer, right" : wrongWords(item, option)}
          lettered={lettered}
          misconception
        />
      ))}
      {left
        .filter((option) => option.correct)
        .map((option) => (
          <OptionNote
            key={option.id}
            option={option}
            verdict={best ? "right" : "missed"}
            says={best ?? "Missed"}
            lettered={lettered}
          />
        ))}
      <Folded title="The other options">
        {left
          .filter((option) => !option.correct)
          .map((option) => (
            <OptionNote
              key={option.id}
              option={option}
              verdict="none"
              says={isKiller(item, option) ? "It would harm, and you left it" : "Not right, and you left it"}
              lettered={lettered}
            />
          ))}
      </Folded>
    </>
  );
}

/** The wrong picks alone, and whether something is missing; nothing of the key. */
export function OptionsHint({ item, parts }: Props) {
  const lists = listsOf(item, parts);
  const all = lists.flatMap(({ options, chosen }) => options.map((option) => ({ option, chosen })));
  const wrong = all.filter(({ option, chosen }) => !option.correct && chosen.has(option.id));
  const missed = all.filter(({ option, chosen }) => option.correct && !chosen.has(option.id)).length;
  return (
    <>
      {wrong.map(({ option }, place) => (
        <OptionNote
          key={place}
          option={option}
          verdict="wrong"
          says={wrongWords(item, option)}
          lettered={isLettered(item)}
          misconception
          rightIf={false}
        />
      ))}
      {isOpenEnded(item) && missed > 0 && (
        <p>
          {wrong.length === 0 ? "Everything that you chose is right." : ""} {missed} right{" "}
          {missed === 1 ? "choice is" : "choices are"} still missing.
        </p>
      )}
    </>
  );
}

function wrongWords(item: PicksItem, option: Option): string {
  return isKiller(item, option) ? "Your answer would harm, and takes every mark" : "Your answer, not right";
}

/** Whether the learner is not told how many to choose. */
function isOpenEnded(item: PicksItem): boolean {
  return item.type === "select-all" || item.type === "key-feature" || !isLettered(item);
}
