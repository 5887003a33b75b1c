// The theme's icons: of a font with a thousand only those that the site draws, within the sheet itself.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const FACE = /@font-face\s*\{[^}]*\}/g;
const FAMILY = /Font ?Awesome/;
const SOLID = "_static/vendor/fontawesome/webfonts/fa-solid-900.woff2";

/**
 * Replaces every face of Font Awesome by one that holds the drawn icons.
 *
 * @param css - after the purge: the icons that are still named in it are those to be drawn
 */
export async function iconFont(site: string, css: string): Promise<string> {
  const faces = [...css.matchAll(FACE)].filter(([face]) => FAMILY.test(face));
  if (faces.length === 0) return css;
  const rest = css.replace(FACE, (face) => (FAMILY.test(face) ? "" : face));
  const drawn = new Set([...rest.matchAll(/\\([ef][0-9a-f]{3})\b/gi)].map(([, code]) => glyph(code ?? "")));
  for (const own of rest.match(/[\ue000-\uf8ff]/g) ?? []) drawn.add(own);
  const font = await subsetFont(await readFile(join(site, SOLID)), [...drawn].join(""), {
    targetFormat: "woff2",
  });
  const source = `url("data:font/woff2;base64,${font.toString("base64")}") format("woff2")`;
  return `@font-face{font-family:"Font Awesome 6 Free";font-style:normal;font-weight:900;src:${source}}\n${rest}`;
}

function glyph(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}
