// What the published pages run in place of Bootstrap, of which the theme uses tooltips, and what loads explorers late.

/** The theme makes tooltips; the browser has its own. */
class Tooltip {
  constructor(element: HTMLElement, { title }: { readonly title?: string } = {}) {
    element.title ||= title ?? element.dataset.bsTitle ?? "";
  }
  show(): void {}
  hide(): void {}
  dispose(): void {}
}

/** Before an explorer is this near to the window, its script isn't fetched. */
const NEAR = "800px";

/** The theme's own function, whose inline handler the page's policy would stop. */
function fullScreen(): void {
  (window as unknown as { toggleFullScreen: () => void }).toggleFullScreen();
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
load([...document.querySelectorAll<HTMLElement>("[data-script]")]);
