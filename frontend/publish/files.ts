// The files of a built site: which there are, and how a new one gets the name of its content.
import { createHash } from "node:crypto";
import { copyFile, link, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

/** Where readers are told what is saved on their device; a site without it is not saved. */
export const OFFLINE_PAGE = "offline.html";

/** Folders that were made to be served as they are: another program's site within ours. */
const WHOLE = ["lite/"];

/** Every file's path within a folder, in order. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort();
}

/** Whether a page is the book's own. */
export function isPage(path: string): boolean {
  return (
    path.endsWith(".html") && !path.startsWith("_static/") && !WHOLE.some((each) => path.startsWith(each))
  );
}

/** Whether a file may be changed or compressed. */
export function isOurs(path: string): boolean {
  return !WHOLE.some((each) => path.startsWith(each));
}

/** Writes a file, with its folders. */
export async function put(folder: string, path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** Gives a folder the same file: without a second copy where the disk can. */
export async function give(from: string, to: string, path: string): Promise<void> {
  await mkdir(dirname(join(to, path)), { recursive: true });
  await link(join(from, path), join(to, path)).catch(() => copyFile(join(from, path), join(to, path)));
}

/** `site.css` with its content's hash: a changed file has a new name, so an old one may be kept for ever. */
export function named(path: string, content: string | Buffer): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const kind = extname(path);
  return `${path.slice(0, -kind.length)}.${hash}${kind}`;
}
