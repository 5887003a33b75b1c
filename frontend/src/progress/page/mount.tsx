// Puts the learner's progress in its place on the page.
import { render } from "preact";
import type { Course } from "../course.ts";
import { ProgressPage } from "./view.tsx";

/** Finds the place, and leaves the sentence for readers without scripts where something fails. */
export function mountProgress(page: ParentNode): void {
  const place = page.querySelector<HTMLElement>(".rf-own-progress");
  const json = place?.querySelector("script[type='application/json']")?.textContent;
  if (!place || !json) return;
  const el = document.createElement("div");
  el.className = "rf-player";
  render(<ProgressPage course={JSON.parse(json) as Course} />, el);
  place.replaceChildren(el);
}
