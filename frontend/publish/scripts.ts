// Scripts of the theme and of Sphinx: one file instead of eight, and none on pages that have no use for it.
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { named, OFFLINE_PAGE } from "./files.ts";
import { HOME, type Made } from "./styles.ts";

/** Of the theme's scripts the one that ours takes the place of. */
const BOOTSTRAP = "_static/scripts/bootstrap.js";
/** Sphinx's own settings, in which its search looks up whether to fetch each page that it found for the words around. */
const OPTIONS = "_static/documentation_options.js";
/** A browser lets no page from a file fetch another. */
const TITLES_ALONE = [
  "SHOW_SEARCH_SUMMARY: true",
  'SHOW_SEARCH_SUMMARY: location.protocol !== "file:"',
] as const;

/** What the marks in the list of chapters need to know. */
export const SIDEBAR = "_static/redflags/sidebar.json";

/** Joins the theme's classic scripts in their order; they share their top-level names as they do in a page. */
export async function joinedScripts(site: string, files: readonly string[]): Promise<Made> {
  const texts = await Promise.all(files.map((file) => scriptText(site, file)));
  // A script that ends without a semicolon would call the next one.
  const { code } = await transform(texts.join("\n;\n"), {
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
  });
  return { path: named(`${HOME}/site.js`, code), content: code };
}

/** One of our own scripts, small already; it stays in its folder, beside which it finds what it fetches. */
export async function ownScript(site: string, file: string): Promise<Made> {
  const content = await readFile(join(site, file), "utf8");
  return { path: named(file, content), content };
}

/** A script as it will run. */
export async function scriptText(site: string, file: string): Promise<string> {
  if (file === BOOTSTRAP) return theme(site);
  const text = await readFile(join(site, file), "utf8");
  return file === OPTIONS ? text.replace(...TITLES_ALONE) : text;
}

async function theme(site: string): Promise<string> {
  const [marks, offline] = await Promise.all([marksScript(site), offlineScript(site)]);
  // As seen from the joined script, which stands in `HOME`.
  const seen = (script: Made | null) => JSON.stringify(script && relative(HOME, script.path));
  return bundled("theme.ts", { MARKS: seen(marks), OFFLINE: seen(offline) });
}

/** The script for offline use; null for a site that isn't saved. */
export async function offlineScript(site: string): Promise<Made | null> {
  const page = await readFile(join(site, OFFLINE_PAGE)).catch(() => null);
  if (page === null) return null;
  const content = await bundled("offline/main.ts");
  return { path: named(`${HOME}/redflags/offline.js`, content), content };
}

/** The script that marks progress in the list of chapters; null for a site whose build says nothing of chapters. */
export async function marksScript(site: string): Promise<Made | null> {
  const chapters = await readFile(join(site, SIDEBAR), "utf8").catch(() => null);
  if (chapters === null) return null;
  const content = await bundled("marks.ts", { SIDEBAR: JSON.stringify(JSON.parse(chapters)) });
  return { path: named(`${HOME}/redflags/marks.js`, content), content };
}

/** A script of this folder as one classic script, with what it imports. */
export async function bundled(file: string, define: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define: { ...define },
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Whether a page has a use for a script or a sheet. */
export function isNeeded(file: string, has: (selector: string) => boolean): boolean {
  if (/\/(searchtools|language_data)\.js$|(^|\/)searchindex\.js$/.test(file)) return has("#search-results");
  if (/\/(clipboard\.min\.js|copybutton\.(js|css)|pygments\.css)$/.test(file)) return has("div.highlight");
  return true;
}

/** The explorer whose script a file is; null for any other. */
export function labOf(file: string): string | null {
  return /\/lab-([a-z0-9-]+)\.js$/.exec(file)?.[1] ?? null;
}
