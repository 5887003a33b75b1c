// Mounts a player in every `.rf-case` of the page.
import { entries } from "idb-keyval";
import { render } from "../patient/render.tsx";
import type { PlayableCase } from "../simulation/case.ts";
import { PageModel } from "./page-model.ts";
import { openState } from "./storage.ts";

const PREFIX = "case:";

/** Finds the cases of a page and mounts them. */
export function mountCases(page: ParentNode): void {
  for (const place of page.querySelectorAll<HTMLElement>(".rf-case")) void mount(place);
}

async function mount(place: HTMLElement): Promise<void> {
  const json = place.querySelector("script[type='application/json']")?.textContent;
  if (!json) return;
  const patient = JSON.parse(json) as PlayableCase;
  const { headingLevel, register, undo } = place.dataset;
  const name = `${PREFIX}${patient.name}`;
  const [storage, state, newer] = await openState(name);
  const values = {
    content: patient,
    level: headingLevel ?? 2,
    register: register ?? null,
    undo: undo !== "no",
    newer,
    // What this device keeps of all cases.
    finished: async () => {
      if (storage === null) return [];
      const all = await entries<string, { finished?: unknown }>();
      return all.flatMap(([key, kept]) => (key.startsWith(PREFIX) ? [kept.finished] : []));
    },
  };
  const el = document.createElement("div");
  render({ model: new PageModel(name, storage, values, state), el });
  // Only now: whatever fails above leaves the readable story on the page.
  place.append(el);
  for (const fallback of place.querySelectorAll<HTMLElement>(".rf-static, script")) fallback.hidden = true;
}
