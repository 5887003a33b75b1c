// What the first frame of a published page leaves out (publish/first.ts) is laid out piece by piece.
import { whenIdle } from "./turns.ts";

/** What is left out: the same as in styles/page/covered.css. */
const PIECES = ".bd-article > section > section, .bd-article :is(.rf-item, .rf-lab)";

/** Milliseconds after which the next piece waits for the next frame: a phone takes some four times as long. */
const ENOUGH = 5;

/** Lays out piece after piece, from the top. */
export function uncover(): void {
  const { classList } = document.documentElement;
  const done = new Set<HTMLElement>();
  const some = () => {
    const begun = performance.now();
    for (const piece of document.querySelectorAll<HTMLElement>(PIECES)) {
      if (!classList.contains("rf-anew")) break;
      if (done.has(piece)) continue;
      if (performance.now() - begun > ENOUGH) {
        whenIdle(some);
        return;
      }
      done.add(piece);
      piece.style.contentVisibility = "visible";
      // Now, so that the time it takes counts.
      piece.getBoundingClientRect();
    }
    classList.remove("rf-anew");
    for (const piece of done) piece.style.contentVisibility = "";
  };
  whenIdle(some);
}
