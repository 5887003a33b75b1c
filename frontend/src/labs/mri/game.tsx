// What both games share: a picture, a choice, an answer that is told once, and the score on this device.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Choice } from "../frame/choice.tsx";
import { useLab } from "../frame/use-lab.ts";
import { type Data, type State, scoreOf } from "./data.ts";

interface Props {
  readonly game: "guess" | "find";
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly answer: string;
  /** Told once it is answered. */
  readonly told: ComponentChildren;
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  readonly isTold: boolean;
  readonly onTell: () => void;
}

/** The choice, and what is told; the picture is the game's own. */
export function Game({ game, question, options, answer, told, chosen, onChoose, isTold, onTell }: Props) {
  const { state, set } = useLab<Data, State>();
  const result = useRef<HTMLParagraphElement>(null);
  const [isMissing, complain] = useState(false);
  const score = scoreOf(state, game);
  useEffect(() => {
    if (isTold) result.current?.focus();
  }, [isTold]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen === null) return complain(true);
    complain(false);
    onTell();
    const right = score.right + (chosen === answer ? 1 : 0);
    set({ scores: { ...state.scores, [game]: { asked: score.asked + 1, right } } });
  };

  return (
    <form class="rf-mri-game" onSubmit={submit} noValidate>
      <Choice
        legend={question}
        name={`${game}-answer`}
        options={options}
        value={chosen}
        onChange={(value) => !isTold && onChoose(value)}
      />
      {!isTold && (
        <button type="submit" class="rf-button rf-primary">
          That is my answer
        </button>
      )}
      <p class="rf-said" role="alert">
        {isMissing && chosen === null && "Choose one first."}
      </p>
      {isTold && (
        <>
          <p class="rf-outcome-says" tabIndex={-1} ref={result}>
            {chosen === answer ? "Right: " : "No: it is "}
            {options.find(({ value }) => value === answer)?.label}.
          </p>
          <div class="rf-mri-told">{told}</div>
          <button
            type="button"
            class="rf-button rf-primary"
            onClick={() => set({ round: roundOf(state) + 1 })}
          >
            Next picture
          </button>
        </>
      )}
      {score.asked > 0 && (
        <p class="rf-lab-note">
          On this device: {score.right} of {score.asked} right.
        </p>
      )}
    </form>
  );
}

/** The number of the round, whatever a notebook wrote. */
export function roundOf({ round }: State): number {
  return Number.isInteger(round) && round >= 0 ? round : 0;
}
