// What the published pages run in place of Bootstrap, of which the theme uses tooltips; what loads explorers late, what
// marks progress, and offline use.
import { markWhenBegun } from "./begun.ts";
import { afterLoad, fetchOnce } from "./late.ts";

/** The theme makes tooltips; the browser has its own. */
class Tooltip {
  constructor(element: HTMLElement, { title }: { readonly title?: string } = {}) {
    element.title ||= title ?? element.dataset.bsTitle ?? "";
  }
  show(): void {}
  hide(): void {}
  dispose(): void {}
}

/** The address of the script for offline use, as seen from this one; null for a site that isn't saved. */
declare const OFFLINE: string | null;

/** Before an explorer is this near to the window, its script isn't fetched. */
const NEAR = "800px";

/** The theme's own function, whose inline handler the page's policy would stop. */
function fullScreen(): void {
  (window as unknown as { toggleFullScreen: () => void }).toggleFullScreen();
}

declare const SphinxHighlight: { hideSearchWords(): void };

/** Sphinx marks on a page what a search found; its link that ends this is a `javascript:` address, which the policy stops. */
function unmark(link: HTMLAnchorElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = link.textContent;
  button.addEventListener("click", () => SphinxHighlight.hideSearchWords());
  link.replaceWith(button);
}

function load(places: readonly HTMLElement[]): void {
  const fetched = new Set<string>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const address = (target as HTMLElement).dataset.script;
        if (!isIntersecting || address === undefined || fetched.has(address)) continue;
        fetched.add(address);
        const script = document.createElement("script");
        script.src = address;
        document.head.append(script);
      }
    },
    { rootMargin: NEAR },
  );
  for (const place of places) near.observe(place);
}

Object.assign(window, { bootstrap: { Tooltip } });
for (const element of document.querySelectorAll<HTMLElement>("[data-bs-toggle=tooltip]"))
  new Tooltip(element);
// The theme takes the focus from its buttons so that Bootstrap's tooltips go away. There are none, and who goes by keys
// would lose their place.
for (const button of document.querySelectorAll<HTMLElement>(
  ".theme-switch-button, .primary-toggle, .secondary-toggle, .search-button",
))
  button.blur = () => {};
for (const each of document.querySelectorAll("[data-full-screen]"))
  each.addEventListener("click", fullScreen);
// Sphinx writes that link while its own script runs.
addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".highlight-link > a")) unmark(link);
});
load([...document.querySelectorAll<HTMLElement>("[data-script]")]);
markWhenBegun();
const offline = fetchOnce(OFFLINE);
if (offline && document.querySelector("[data-offline]")) offline();
else if (offline) afterLoad(offline);
