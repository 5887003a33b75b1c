// Mounts a player in every `.rf-quiz` of the page, the ones in view first.
import type { CompiledQuiz } from "../content.ts";
import { render } from "../player/render.tsx";
import { whenNear } from "./near.ts";
import { PageModel } from "./page-model.ts";
import { openState } from "./storage.ts";
import { inTurn } from "./turns.ts";

/** Finds the quizzes of a page and mounts them as they come near. */
export function mountQuizzes(page: ParentNode): void {
  for (const place of page.querySelectorAll<HTMLElement>(".rf-quiz")) whenNear(place, () => mount(place));
}

async function mount(place: HTMLElement): Promise<void> {
  const json = place.querySelector("script[type='application/json']")?.textContent;
  if (!json) return;
  const quiz = JSON.parse(json) as CompiledQuiz;
  const { headingLevel, register, mode = quiz.marked ? "exam" : "practice", minutes, part } = place.dataset;
  // An exam's answers are kept apart from practice, and from exams over other parts of the quiz.
  const name = [mode === "exam" ? "exam" : "quiz", quiz.name, ...(part ? [part] : [])].join(":");
  const [storage, state, newer] = await openState(name);
  const values = {
    content: quiz,
    level: headingLevel ?? 3,
    register: register ?? null,
    mode,
    minutes,
    newer,
  };
  const el = document.createElement("div");
  const model = new PageModel(name, storage, values, state);
  const plain = place.querySelector<HTMLElement>(".rf-static");
  if (mode !== "practice" || plain === null) {
    render({ model, el });
    // Only now: whatever fails above leaves the readable questions on the page.
    place.append(el);
    for (const fallback of place.querySelectorAll<HTMLElement>(".rf-static, script")) {
      // They hold the answers, which an exam keeps back until its end.
      if (mode === "exam") fallback.remove();
      else fallback.hidden = true;
    }
    return;
  }
  let first = true;
  render({
    model,
    el,
    pace: {
      wait(draw) {
        // Once all of them stand, those that are drawn anew come at once.
        if (first || plain.hidden) draw();
        else inTurn(draw);
        first = false;
      },
      stood: ({ id }) => hideTo(plain, `q-${id}`),
    },
  });
  place.insertBefore(el, plain);
}

/** Hides the readable questions up to one of them: the player shows these now. */
function hideTo(plain: HTMLElement, id: string): void {
  for (const part of plain.querySelectorAll<HTMLElement>(":scope > *")) {
    part.hidden = true;
    if (part.id === id) break;
  }
  plain.hidden = plain.lastElementChild?.matches("[hidden]") ?? true;
}
