// The entrance of the case player, for every home: `render({ model, el })`, the anywidget contract.
import { render as draw } from "preact";
import { type Surroundings, SurroundingsContext } from "../player/context.ts";
import { nextPlayer } from "../player/next-player.ts";
import type { RenderProps } from "../player/render.tsx";
import type { PlayableCase } from "../simulation/case.ts";
import { CasePlayer } from "./player.tsx";
import { Runs } from "./runs.ts";

/**
 * Mounts a case; returns what unmounts it.
 *
 * `content`: a compiled case. `state`: what is kept. Optional: `undo`, false where acts can't be taken back; `level`,
 * the heading level (2); `register`, the address of the evidence page; `keeps`, false where the home can't keep a
 * run; `finished`, a function that tells the finished cases of this device.
 */
export function render({ model, el }: RenderProps): () => void {
  const patient = model.get("content") as PlayableCase;
  const runs = new Runs(model, patient);
  const surroundings: Surroundings = {
    prefix: `rf${nextPlayer()}`,
    level: Number(model.get("level") ?? 2),
    notes: patient.evidence,
    objectives: patient.objectives,
    register: (model.get("register") as string | null | undefined) ?? null,
  };
  el.classList.add("rf-player");
  // JupyterLab reads single keys as commands of the notebook; this attribute is how it lets a widget keep them.
  el.dataset.lmSuppressShortcuts = "true";
  draw(
    <SurroundingsContext.Provider value={surroundings}>
      <CasePlayer runs={runs} />
    </SurroundingsContext.Provider>,
    el,
  );
  addEventListener("pagehide", runs.flush);
  return () => {
    removeEventListener("pagehide", runs.flush);
    runs.close();
    draw(null, el);
  };
}
