// A question with its form, and a line that says what is kept.
import { useEffect, useState } from "preact/hooks";
import type { Response as Answer } from "../../marking/response.ts";
import { useSurroundings } from "../context.ts";
import type { Model } from "../model.ts";
import { Question as Asked } from "../question.tsx";
import { lacks, type Question, shown } from "./question.ts";
import type { Response } from "./response.ts";
import { Written } from "./written.tsx";

interface Props {
  readonly question: Question;
  readonly model: Model;
  readonly response: Response;
  readonly page: string;
}

const KEYS = ["response", "kept", "saved", "problem", "older", "page"];

/** The question, always open. */
export function Collected({ question, model, response, page }: Props) {
  const { prefix } = useSurroundings();
  const [answer, setAnswer] = useState(() => shown(question, model.get("response")));
  const [said, say] = useState("");
  /** Whether what stands here is on its way to the kernel. */
  const [waits, wait] = useState(false);
  const [, draw] = useState(0);
  useEffect(() => {
    const follow = () => draw((count) => count + 1);
    const taken = () => {
      setAnswer(shown(question, model.get("response")));
      follow();
    };
    const kept = () => {
      wait(false);
      follow();
    };
    const ways = KEYS.map(
      (key) => [`change:${key}`, key === "response" ? taken : key === "kept" ? kept : follow] as const,
    );
    for (const [event, way] of ways) model.on(event, way);
    response.onSame = () => wait(false);
    return () => {
      for (const [event, way] of ways) model.off(event, way);
    };
  }, [model, question, response]);

  const change = (given: Answer) => {
    say("");
    wait(true);
    setAnswer(given);
    response.put(given, typeof given === "string" ? "soon" : "now");
  };
  const number = Number(model.get("number"));
  const id = `${prefix}-${question.kind === "item" ? question.item.id : question.id}`;
  const older = model.get("older") === true;
  return (
    <article class="rf-item" aria-labelledby={id}>
      {question.kind === "item" ? (
        <Asked
          item={question.item}
          place={number}
          older={older}
          response={answer}
          locked={false}
          form
          focus={null}
          onChange={change}
          onSay={say}
        />
      ) : (
        <Written
          question={question}
          id={id}
          number={number}
          older={older}
          text={typeof answer === "string" ? answer : ""}
          onChange={change}
        />
      )}
      <p class="rf-said" role="status">
        {said}
      </p>
      <Kept
        model={model}
        lacking={lacks(question, answer)}
        waits={waits}
        page={page}
        points={question.points}
      />
    </article>
  );
}

interface KeptProps {
  readonly model: Model;
  readonly lacking: string | null;
  readonly waits: boolean;
  readonly page: string;
  readonly points: number;
}

/** Whether the answer is saved, and what it lacks. */
function Kept({ model, lacking, waits, page, points }: KeptProps) {
  const saved = String(model.get("saved") ?? "");
  const problem = String(model.get("problem") ?? "");
  const elsewhere = model.get("page") !== "" && model.get("page") !== page && saved !== "";
  const state = waits ? "Saving …" : problem || (saved ? `Saved at ${clock(saved)}.` : "");
  return (
    <>
      <p class="rf-kept" role="status" data-problem={problem && !waits ? "" : undefined}>
        <span>{[state, lacking && `${lacking}.`].filter(Boolean).join(" ")}</span>
        <span class="rf-type">
          {points} point{points === 1 ? "" : "s"}
        </span>
      </p>
      {elsewhere && (
        <p class="rf-changed">
          This page was loaded again since the cell ran. Run the cell once more, so that the notebook holds
          your answer as the file does.
        </p>
      )}
    </>
  );
}

/** Hours and minutes where the reader is. */
function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
