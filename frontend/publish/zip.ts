// The site as one file that opens without a server: unpacked, every page works from `file://`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { filesOf, isOurs, isPage } from "./files.ts";
import { within } from "./references.ts";

/** Folder in the zip. */
const NAME = "when-back-pain-is-cancer";
/** The file, in the site's own folder. */
export const ZIP = `${NAME}.zip`;
/** The same input gives the same bytes, so no file in it has a date of its own. */
const DATE = new Date(1980, 0, 1);
/** What a browser refuses a page that comes from a file. */
const HOSTED = /<link rel="manifest"[^>]*>/g;
const LINK = /<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)<\/a>/gs;

/** Packs a site without what needs a host: JupyterLite. */
export async function zipped(site: string): Promise<Uint8Array> {
  const paths = (await filesOf(site)).filter((path) => isOurs(path));
  const held = new Set(paths);
  const files: Zippable = {};
  for (const path of paths) {
    const content = await readFile(join(site, path));
    files[`${NAME}/${path}`] = isPage(path) ? Buffer.from(unhosted(path, content.toString(), held)) : content;
  }
  return zipSync(files, { level: 9, mtime: DATE });
}

/** A page whose links to what isn't in the zip are words that say so. */
export function unhosted(path: string, page: string, held: ReadonlySet<string>): string {
  return page.replace(HOSTED, "").replace(LINK, (link, address: string, words: string) => {
    const file = within(path, address);
    return file === null || held.has(file) ? link : `<span>${words} (on the web only)</span>`;
  });
}
