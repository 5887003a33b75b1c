// Scripts that are fetched once a page is there, by their addresses as seen from the joined script.

/** Where the joined script stands: known only while it runs for the first time. */
const home = (document.currentScript as HTMLScriptElement | null)?.src;

/** Returns what fetches a script, once; null for a site that has none. */
export function fetchOnce(address: string | null): (() => void) | null {
  if (address === null || home === undefined) return null;
  const { href } = new URL(address, home);
  let fetched = false;
  return () => {
    if (fetched) return;
    fetched = true;
    const script = document.createElement("script");
    script.src = href;
    document.head.append(script);
  };
}

/** Calls back once the page has loaded; at once if it has. */
export function afterLoad(work: () => void): void {
  if (document.readyState === "complete") work();
  else addEventListener("load", work, { once: true });
}
