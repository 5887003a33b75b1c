// What a reader's device saves: the files that pages load, each with its content's hash, and the worker that saves them.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesOf, OFFLINE_PAGE } from "./files.ts";
import { bundled } from "./scripts.ts";

/** Where the worker stands: what it may answer for is its own folder and all below. */
export const WORKER = "service-worker.js";
/** Another program's site and files to download: a page links to them and loads none. */
const APART = /^(lite|notebooks|exercises)\//;
const LOADED = /\.(html|css|js|json|svg|png|woff2|webmanifest)$/;
/** A name that holds its content's hash. */
const NAMED = /\.[0-9a-f]{10}\.(js|css)$/;

/** One file to save, as Workbox wants it. */
export interface Saved {
  readonly url: string;
  /** Null where the name says it already. */
  readonly revision: string | null;
  /** Of the content: a host in the middle of an upload can't give half of two versions. */
  readonly integrity: string;
}

/** The paths of the files to save. */
export async function toSave(site: string): Promise<string[]> {
  return (await filesOf(site)).filter((path) => LOADED.test(path) && !APART.test(path) && path !== WORKER);
}

/** Their list with hashes. */
export async function savedList(site: string): Promise<Saved[]> {
  return Promise.all(
    (await toSave(site)).map(async (url) => {
      const hash = createHash("sha256").update(await readFile(join(site, url)));
      const integrity = `sha256-${hash.digest("base64")}`;
      return { url, revision: NAMED.test(url) ? null : integrity.slice(7, 23), integrity };
    }),
  );
}

/** The worker as one classic script, the list within. */
export function worker(list: readonly Saved[]): Promise<string> {
  return bundled("worker/worker.ts", {
    "process.env.NODE_ENV": '"production"',
    SAVED: JSON.stringify(list),
    OFFLINE_PAGE: JSON.stringify(OFFLINE_PAGE),
  });
}
