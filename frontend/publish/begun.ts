// Fetches the script of the sidebar's marks for those who have begun: nobody else pays for it.

/** Its address as seen from the joined script; null for a site without it. */
declare const MARKS: string | null;

/** Where the players keep answers. */
const BASE = "keyval-store";

/** Looks once the page is still, and again when something is answered on it. */
export function markWhenBegun(): void {
  // Known only while the script runs for the first time.
  const home = (document.currentScript as HTMLScriptElement | null)?.src;
  if (MARKS === null || home === undefined) return;
  const address = new URL(MARKS, home).href;
  let fetched = false;
  const load = () => {
    if (fetched) return;
    fetched = true;
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
  };
  const look = async () => {
    // Opening a data base would make it; older browsers can't be asked otherwise.
    const known = await indexedDB.databases?.();
    if (!known || known.some(({ name }) => name === BASE)) load();
  };
  // A browser that refuses has nothing to mark.
  const later = () => void look().catch(() => undefined);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
  if ("BroadcastChannel" in window) new BroadcastChannel("redflags").onmessage = load;
}
