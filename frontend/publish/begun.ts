// Fetches the script of the sidebar's marks for those who have begun: nobody else pays for it.
import { afterLoad, fetchOnce } from "./late.ts";

/** Its address as seen from the joined script; null for a site without it. */
declare const MARKS: string | null;

/** Where the players keep answers. */
const BASE = "keyval-store";

/** Looks once the page is still, and again when something is answered on it. */
export function markWhenBegun(): void {
  const load = fetchOnce(MARKS);
  if (load === null) return;
  const look = async () => {
    // Opening a data base would make it; older browsers can't be asked otherwise.
    const known = await indexedDB.databases?.();
    if (!known || known.some(({ name }) => name === BASE)) load();
  };
  // A browser that refuses has nothing to mark.
  afterLoad(() => void look().catch(() => undefined));
  if ("BroadcastChannel" in window) new BroadcastChannel("redflags").onmessage = load;
}
