// Style sheets: what a page loads becomes one file that holds no rule which no page of the site can use.
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { bundleAsync, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import { named } from "./files.ts";
import { iconFont } from "./icons.ts";

/** What is purged: the theme's and the extensions' sheets. Ours are written for what is there. */
const OWN = "_static/redflags/";
/** Where joined files stand. */
export const HOME = "_static";

/** A file to write. */
export interface Made {
  readonly path: string;
  readonly content: string;
}

/**
 * Joins sheets in their order.
 *
 * @param site - folder of the built site
 * @param sheets - paths within it
 * @param words - everything in pages and scripts that may be a class, an id or an element's name
 */
export async function joined(
  site: string,
  sheets: readonly string[],
  words: ReadonlySet<string>,
): Promise<Made> {
  const parts: string[] = [];
  let theirs = "";
  const flush = async () => {
    if (theirs !== "") parts.push(await iconFont(site, await purged(theirs, words)));
    theirs = "";
  };
  for (const sheet of sheets) {
    const css = await whole(site, sheet);
    if (isOwn(sheet)) {
      await flush();
      parts.push(css);
    } else theirs += `${css}\n`;
  }
  await flush();
  const content = minified(parts.join("\n"));
  return { path: named(`${HOME}/site.css`, content), content };
}

/** Whether a sheet is this project's. */
export function isOwn(sheet: string): boolean {
  return sheet.startsWith(OWN);
}

/** A sheet with what it imports, its addresses seen from `HOME`. */
async function whole(site: string, sheet: string): Promise<string> {
  const { code } = await bundleAsync({
    filename: join(site, sheet),
    resolver: { read: async (file) => moved(await readFile(file, "utf8"), dirname(file), join(site, HOME)) },
  });
  return code.toString();
}

/** Addresses as seen from another folder. */
export function moved(css: string, from: string, to: string): string {
  return css.replace(
    /url\(\s*(["']?)(?!data:|#|[a-z]+:|\/)([^"')]+)\1\s*\)/g,
    (_all, _quote, address: string) => `url("${relative(to, join(from, address))}")`,
  );
}

async function purged(css: string, words: ReadonlySet<string>): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: [...words].join(" "), extension: "txt" }],
    css: [{ raw: css }],
    defaultExtractor: (text) => text.split(" "),
    keyframes: true,
    // Half of what the theme, Bootstrap and the extensions set is read by nothing.
    variables: true,
    safelist: { variables: [...words].filter((word) => word.startsWith("--")) },
    // Attribute values (`[data-theme=dark]`) are set by scripts; selectors by them stay.
    dynamicAttributes: ["data-theme", "data-mode", "open", "aria-expanded", "aria-hidden"],
  });
  return result?.css ?? css;
}

function minified(css: string): string {
  return transform({ filename: "site.css", code: Buffer.from(css), minify: true }).code.toString();
}

/** What in a script may name an element, a class, an id, an attribute or its value: the words of its strings. */
export function wordsOf(script: string): string[] {
  const strings = script.match(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g) ?? [];
  return strings.join(" ").match(/[A-Za-z0-9_-]+/g) ?? [];
}

/** Names of the variables that a text sets or reads. */
export function variablesOf(text: string): string[] {
  return text.match(/--[A-Za-z][A-Za-z0-9_-]*/g) ?? [];
}
