// The page's colours as a script needs them, and word of their change.

const SCHEME = "(prefers-color-scheme: dark)";

/** Resolves names of colour tokens (`--rf-ink`) for the theme in which `place` stands. */
export function tokenReader(place: HTMLElement): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      // A token may be a light-dark() pair, which the browser resolves only in a real colour.
      const probe = document.createElement("span");
      probe.style.color = `var(${name})`;
      place.append(probe);
      colour = getComputedStyle(probe).color;
      probe.remove();
      known.set(name, colour);
    }
    return colour;
  };
}

/** Calls back after the theme may have changed. */
export function onThemeChange(callback: () => void): void {
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia(SCHEME).addEventListener("change", callback);
}
