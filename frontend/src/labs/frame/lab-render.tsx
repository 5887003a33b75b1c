// The entrance of every explorer, for every home: `render({ model, el })`, the anywidget contract.
import { type ComponentType, render as draw } from "preact";
import { type Surroundings, SurroundingsContext } from "../../player/context.ts";
import { nextPlayer } from "../../player/next-player.ts";
import type { RenderProps } from "../../player/render.tsx";
import type { LabContent } from "./content.ts";
import { Frame } from "./frame.tsx";
import { StateOfLab } from "./lab-state.ts";

/** Mounts something on a home's model; returns what unmounts it. */
export type Render = (props: RenderProps) => () => void;

/**
 * The `render` of an explorer whose inside is `View`.
 *
 * `content`: a compiled explorer. `state`: what differs from its start. Optional: `mode`; `level`, the heading level
 * (3); `register`, the address of the evidence page; `keeps`, false where the home can't keep what it should.
 */
export function labRender(View: ComponentType): Render {
  return ({ model, el }) => {
    const content = model.get("content") as LabContent<unknown>;
    const surroundings: Surroundings = {
      prefix: `rf${nextPlayer()}`,
      level: Number(model.get("level") ?? 3),
      notes: content.evidence,
      objectives: {},
      register: (model.get("register") as string | null | undefined) ?? null,
    };
    el.classList.add("rf-player", "rf-lab-live", `rf-lab-${content.name}`);
    // JupyterLab reads single keys as commands of the notebook; this attribute is how it lets a widget keep them.
    el.dataset.lmSuppressShortcuts = "true";
    draw(
      <SurroundingsContext.Provider value={surroundings}>
        <Frame
          content={content}
          lab={new StateOfLab(model, content)}
          mode={String(model.get("mode") ?? "")}
          View={View}
        />
      </SurroundingsContext.Provider>,
      el,
    );
    return () => draw(null, el);
  };
}
