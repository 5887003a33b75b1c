// What every published page runs before its first frame; it stands in the page.
const root = document.documentElement;

// The theme finds out later, and everything on the page would be styled twice.
if (root.dataset.theme === "auto")
  root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

// Who comes anew begins at the top, and what stands further down can wait: `src/page/covered.ts`. Who comes
// back to a place needs all that stands above it.
const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
if (visit?.type === "navigate" && location.hash === "") {
  root.classList.add("rf-anew");
  // And so does who leaps: what is left out has no place yet to leap to.
  const leap = ({ type, target }: Event) => {
    if (type === "keydown" || (target as Element).closest("a")) root.classList.remove("rf-anew");
  };
  for (const type of ["keydown", "click"]) addEventListener(type, leap, { capture: true });
}
