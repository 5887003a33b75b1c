// The one entrance of the player, for every home: `render({ model, el })`, the anywidget contract.
import { render as draw } from "preact";
import type { CompiledQuiz } from "../content.ts";
import { type Surroundings, SurroundingsContext } from "./context.ts";
import { readMode } from "./mode.ts";
import type { Model } from "./model.ts";
import { nextPlayer } from "./next-player.ts";
import type { Pace } from "./pace.ts";
import { QuizView } from "./quiz.tsx";
import { Store } from "./store.ts";

/** What a home passes in. */
export interface RenderProps {
  /**
   * `content`: a compiled quiz. `state`: what is kept, by item id. `mode`: "practice", "exam" or
   * "review". Optional: `minutes`, the time for an exam; `level`, the
   * heading level of a question (3); `register`, the address of the evidence page; `keeps`, false where the home
   * can't keep answers; `newer`, true where that is because a later version of the course wrote what is there.
   */
  readonly model: Model;
  readonly el: HTMLElement;
  /** Of a home that doesn't want all questions at once. */
  readonly pace?: Pace;
}

/** Mounts a quiz; returns what unmounts it. */
export function render({ model, el, pace }: RenderProps): () => void {
  const quiz = model.get("content") as CompiledQuiz;
  const store = new Store(model, quiz.items, !quiz.marked);
  const surroundings: Surroundings = {
    prefix: `rf${nextPlayer()}`,
    level: Number(model.get("level") ?? 3),
    notes: quiz.evidence,
    objectives: quiz.objectives,
    register: (model.get("register") as string | null | undefined) ?? null,
  };
  el.classList.add("rf-player");
  // JupyterLab reads single keys as commands of the notebook; this attribute is how it lets a widget keep them.
  el.dataset.lmSuppressShortcuts = "true";
  draw(
    <SurroundingsContext.Provider value={surroundings}>
      <QuizView
        quiz={quiz}
        store={store}
        mode={readMode(model.get("mode"), quiz.marked)}
        minutes={minutesOf(model.get("minutes"))}
        pace={pace ?? null}
      />
    </SurroundingsContext.Provider>,
    el,
  );
  addEventListener("pagehide", store.flush);
  return () => {
    removeEventListener("pagehide", store.flush);
    store.close();
    draw(null, el);
  };
}

function minutesOf(raw: unknown): number | null {
  const minutes = Number(raw ?? 0);
  return minutes > 0 ? minutes : null;
}
