// The entrance of one question whose answer is only collected: the anywidget contract, in notebooks alone.
import { render as draw } from "preact";
import { SurroundingsContext } from "../context.ts";
import { nextPlayer } from "../next-player.ts";
import type { RenderProps } from "../render.tsx";
import { Collected } from "./collected.tsx";
import type { Question } from "./question.ts";
import { Response } from "./response.ts";

/** One page of a browser, from its loading to its end. */
const PAGE = crypto.randomUUID?.() ?? String(Math.random());

/**
 * Mounts a question; returns what unmounts it.
 *
 * The model's keys are those of `redflags/exercises/widget.py`.
 */
export function render({ model, el }: RenderProps): () => void {
  const question = model.get("question") as Question;
  const response = new Response(model);
  // Only the page that ran the cell can have its output changed by the kernel: one that was loaded later says so.
  if (model.get("page") === "") {
    model.set("page", PAGE);
    model.save_changes();
  }
  el.classList.add("rf-player");
  // JupyterLab reads single keys as commands of the notebook; this attribute is how it lets a widget keep them.
  el.dataset.lmSuppressShortcuts = "true";
  draw(
    <SurroundingsContext.Provider
      value={{ prefix: `rf${nextPlayer()}`, level: 3, notes: {}, objectives: {}, register: null }}
    >
      <Collected question={question} model={model} response={response} page={PAGE} />
    </SurroundingsContext.Provider>,
    el,
  );
  // But Ctrl+S saves the notebook from a field too: else the browser would offer to save the page.
  const letSave = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s" || !el.contains(event.target as Node)) return;
    response.flush();
    delete el.dataset.lmSuppressShortcuts;
    setTimeout(() => {
      el.dataset.lmSuppressShortcuts = "true";
    });
  };
  addEventListener("keydown", letSave, true);
  addEventListener("pagehide", response.flush);
  return () => {
    removeEventListener("keydown", letSave, true);
    removeEventListener("pagehide", response.flush);
    response.flush();
    draw(null, el);
  };
}
