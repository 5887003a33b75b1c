// Which of a site's other files something needs: what nothing names isn't published.
import { basename, dirname, join } from "node:path";
import type { Element } from "domhandler";
import type { Html } from "./page.ts";

/** Read by other Sphinx books that link here. */
const FOR_OTHERS = /^objects\.inv$/;
/** Files in whose text another's name means that it is needed. */
const NAMING = /\.(js|css|ipynb)$/;
/** Longer values of attributes are prose or drawings. */
const LONGEST = 300;

/** The files of a site that a page's attributes lead to: links, sources, and addresses that scripts read there. */
export function ledTo(path: string, $: Html, files: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const element of $<Element, string>("*").toArray()) {
    for (const value of Object.values(element.attribs)) {
      const file = within(path, value);
      if (file !== null && files.has(file)) found.push(file);
    }
  }
  return found;
}

/** The file that an address in a page leads to, as a path within the site; null for what is no address of a file. */
export function within(path: string, address: string): string | null {
  const [file = ""] = address.split(/[?#]/, 1);
  if (file === "" || file.length > LONGEST || /^[a-z]+:|^\/|\s|%(?![0-9a-f]{2})/i.test(file)) return null;
  const place = join(dirname(path), decodeURIComponent(file));
  return place === "." || place.endsWith("/") ? join(place, "index.html") : place;
}

/**
 * Of files that no page loads itself those that are needed.
 *
 * @param led - what pages lead to
 * @param text - a file's text; asked of those that may name another
 */
export async function needed(
  files: readonly string[],
  led: ReadonlySet<string>,
  made: readonly string[],
  text: (file: string) => Promise<string>,
): Promise<string[]> {
  const kept = new Set(files.filter((file) => led.has(file) || FOR_OTHERS.test(file)));
  const texts = [...made];
  for (const file of kept) if (NAMING.test(file)) texts.push(await text(file));
  for (const file of files) {
    // Where a name begins: `my-plotly.js` does not name `plotly.js`.
    const name = new RegExp(`(?<![\\w.-])${basename(file).replace(/[^\w-]/g, "\\$&")}`);
    if (!kept.has(file) && texts.some((each) => name.test(each))) kept.add(file);
  }
  return [...kept].sort();
}
