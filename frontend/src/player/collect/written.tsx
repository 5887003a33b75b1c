// A text to write, with a count of its words; nothing is cut off.

import { useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import { Rich } from "../rich.tsx";
import { type Question, wordsIn } from "./question.ts";

interface Props {
  readonly question: Question & { readonly kind: "text" };
  readonly id: string;
  readonly number: number;
  readonly older: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The question and its field. */
export function Written({ question, id, number, older, text, onChange }: Props) {
  const { level } = useSurroundings();
  const count = wordsIn(text);
  return (
    <>
      <Heading level={level} id={id} class="rf-item-title" focus={null}>
        Question {number} <span class="rf-type">· In your own words</span>
      </Heading>
      {older && <p class="rf-changed">This question has changed since you answered it.</p>}
      <div class="rf-stem" id={`${id}-asks`}>
        <Rich text={question.asks} />
      </div>
      <div class="rf-free-text">
        <textarea
          rows={8}
          value={text}
          aria-labelledby={`${id}-asks`}
          aria-describedby={`${id}-count`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <p class="rf-count" id={`${id}-count`}>
          {count} word{count === 1 ? "" : "s"}; about {question.words} are asked for
        </p>
      </div>
    </>
  );
}
