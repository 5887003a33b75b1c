// Mounts an explorer in each of its places in the page, as it comes near.
import type { LabContent, LabState } from "../labs/frame/content.ts";
import type { Render } from "../labs/frame/lab-render.tsx";
import { whenNear } from "./near.ts";
import { PageModel } from "./page-model.ts";
import { openState, type Storage } from "./storage.ts";

/** What the script of each explorer calls; build.mjs writes the call. */
export function mountLab(name: string, render: Render): void {
  for (const place of document.querySelectorAll<HTMLElement>(`.rf-lab[data-lab="${name}"]`)) {
    whenNear(place, () => mount(place, render));
  }
}

async function mount(place: HTMLElement, render: Render): Promise<void> {
  const json = place.querySelector("script[type='application/json']")?.textContent;
  if (!json) return;
  const content = JSON.parse(json) as LabContent<unknown>;
  const { headingLevel, register, mode } = place.dataset;
  const [storage, state, newer] = await openKept(content);
  const values = {
    content,
    level: headingLevel ?? 3,
    register: register ?? null,
    mode: mode ?? "",
    newer,
  };
  const el = document.createElement("div");
  render({ model: new PageModel(`lab:${content.name}`, storage, values, state), el });
  // Only now: whatever fails above leaves the readable version on the page.
  place.append(el);
  // Not hidden but marked: on paper the readable version comes back.
  place.classList.add("rf-lab-on");
}

/** The device's storage, for the keys alone that the explorer keeps. */
async function openKept({ name, keeps }: LabContent<unknown>): Promise<[Storage | null, LabState, boolean]> {
  if (keeps.length === 0) return [null, {}, false];
  const [storage, state, newer] = await openState(`lab:${name}`);
  const kept = <Value>(pairs: Iterable<readonly [string, Value]>) =>
    [...pairs].filter(([key]) => keeps.includes(key));
  const ours = storage && {
    ...storage,
    save: async (to: string, changes: ReadonlyMap<string, unknown>) => {
      const ours = new Map(kept(changes));
      // A slider that is moved would otherwise open the device's database at each step, for nothing.
      if (ours.size > 0) await storage.save(to, ours);
    },
  };
  return [ours, Object.fromEntries(kept(Object.entries(state))), newer];
}
