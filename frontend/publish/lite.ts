// JupyterLite beside our service worker: it takes whatever worker it meets for its own, and others away.
import { dirname, relative } from "node:path";
import { bundled } from "./scripts.ts";

/** Where the script stands that each of its pages runs first. */
export const OWN_WORKERS = "lite/own-workers.js";
const FIRST = /(?=<script id="jupyter-config-data")/;

/** That script. */
export function ownWorkers(): Promise<string> {
  return bundled("offline/own-workers.ts");
}

/** One of its pages with that script before all others; null for what is no page of an application. */
export function besideOurs(path: string, page: string): string | null {
  if (!FIRST.test(page)) return null;
  return page.replace(FIRST, `<script src="${relative(dirname(path), OWN_WORKERS)}"></script>\n    `);
}
