// Figures that only the finished site knows, written into its pages: how much is saved, how large the zip is.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { put } from "./files.ts";
import { toSave } from "./precache.ts";

const PLACE = /(<data\b[^>]*\bvalue=")([a-z-]+)("[^>]*>)[^<]*(?=<\/data>)/g;
const MEGA = 1_000_000;

/** Writes the figures of a site into those of its pages that have `<data value="NAME">` for them. */
export async function fill(site: string, pages: readonly string[], zip: Uint8Array): Promise<void> {
  const saved = await toSave(site);
  const contents = await Promise.all(saved.map((path) => readFile(join(site, path))));
  const total = (sizes: readonly number[]) => megabytes(sizes.reduce((one, other) => one + other, 0));
  const figures: Readonly<Record<string, string>> = {
    "saved-files": String(saved.length),
    "saved-megabytes": total(contents.map(({ length }) => length)),
    "sent-megabytes": total(contents.map((content) => gzipSync(content).length)),
    "zip-megabytes": megabytes(zip.length),
  };
  for (const path of pages) {
    const text = await readFile(join(site, path), "utf8");
    const filled = text.replace(PLACE, (all, before, name: string, after) =>
      figures[name] ? `${before}${name}${after}${figures[name]}` : all,
    );
    if (filled !== text) await put(site, path, filled);
  }
}

function megabytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / MEGA)));
}
