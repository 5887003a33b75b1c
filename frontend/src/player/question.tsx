// What is asked: heading, vignette, record and the form to answer with; a practice and an exam show it alike.
import type { Ref } from "preact";
import type { Item } from "../content.ts";
import type { Response } from "../marking/response.ts";
import { AnswerForm } from "./answer/form.tsx";
import { useSurroundings } from "./context.ts";
import { Heading } from "./heading.tsx";
import { HealthRecord } from "./health-record.tsx";
import { Phrase, Rich } from "./rich.tsx";
import { typeName } from "./words.ts";

interface Props {
  readonly item: Item;
  /** Place in the quiz from 1; null when it is the only question. */
  readonly place: number | null;
  /** Whether it was answered in an earlier wording. */
  readonly older: boolean;
  readonly response: Response;
  readonly locked: boolean;
  /** False where something else shows the answer: then only the question stands. */
  readonly form: boolean;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly onChange: (response: Response) => void;
  readonly onSay: (message: string) => void;
}

/** A question; the element around it takes its name from the heading. */
export function Question({ item, place, older, response, locked, form, focus, onChange, onSay }: Props) {
  const { prefix, level } = useSurroundings();
  const id = `${prefix}-${item.id}`;
  return (
    <>
      <Heading level={level} id={id} class="rf-item-title" focus={focus}>
        Question {place} <span class="rf-type">· {typeName(item)}</span>
        {item.track && item.track !== "both" && <span class="rf-track"> · for {item.track}</span>}
      </Heading>
      {older && <p class="rf-changed">This question has changed since you answered it.</p>}
      <div class="rf-stem">
        <Rich text={item.stem} />
      </div>
      {item.record && <HealthRecord tabs={item.record} name={`${id}-record`} />}
      {form ? (
        <AnswerForm
          item={item}
          response={response}
          locked={locked}
          name={`${id}-answer`}
          onChange={onChange}
          onSay={onSay}
        />
      ) : (
        <p class="rf-question">
          <Phrase text={item.lead_in} />
        </p>
      )}
    </>
  );
}
