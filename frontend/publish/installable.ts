// What makes the site installable: its web manifest, with icons drawn from its own icon.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { put } from "./files.ts";
import type { Html } from "./page.ts";
import { within } from "./references.ts";

const MANIFEST = "manifest.webmanifest";
const TOKENS = fileURLToPath(new URL("../src/styles/tokens.css", import.meta.url));
/** Of an icon that a system cuts to its own shape the middle four fifths are sure to be seen. */
const MARGIN = 0.1;

/** What every page's head says of the installed site. */
export interface Head {
  readonly manifest: string;
  readonly touchIcon: string;
  readonly colours: Colours;
}

interface Colours {
  readonly light: string;
  readonly dark: string;
  readonly accent: string;
}

/**
 * Writes the manifest and its icons.
 *
 * @param site - folder to write to
 * @param built - folder that the icon stands in
 * @param landing - the landing page: its title, description and icon are the site's
 * @returns what pages say of it; null where the landing page has no icon
 */
export async function installable(site: string, built: string, landing: Html): Promise<Head | null> {
  const icon = within("index.html", landing('link[rel="icon"]').attr("href") ?? "");
  if (icon === null || !icon.endsWith(".svg")) return null;
  const colours = await tokens();
  const drawing = (await readFile(join(built, icon), "utf8")).replace(/^\s*<\?xml.*?\?>/, "");
  const draw = await drawer();
  const draws = async (path: string, size: number, svg: string) => put(site, path, draw(svg, size));
  const home = "_static/icons";
  await draws(`${home}/icon-192.png`, 192, drawing);
  await draws(`${home}/icon-512.png`, 512, drawing);
  await draws(`${home}/maskable-512.png`, 512, padded(drawing, colours.accent));
  await draws(`${home}/touch-180.png`, 180, padded(drawing, colours.accent));
  const name = landing(".logo__title").first().text().trim();
  const png = (file: string, sizes: string, purpose = "any") => ({
    src: `${home}/${file}`,
    sizes,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: "./",
    name,
    short_name: shortened(name),
    description: landing('meta[name="description"]').attr("content") ?? "",
    lang: landing("html").attr("lang") ?? "en",
    start_url: "./index.html",
    scope: "./",
    display: "standalone",
    theme_color: colours.light,
    background_color: colours.light,
    icons: [
      { src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" },
      png("icon-192.png", "192x192"),
      png("icon-512.png", "512x512"),
      png("maskable-512.png", "512x512", "maskable"),
    ],
  };
  await put(site, MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  return { manifest: MANIFEST, touchIcon: `${home}/touch-180.png`, colours };
}

/** A name that fits below an icon: its first words, a dozen letters or a little more. */
function shortened(name: string): string {
  const words = name.split(" ");
  while (words.length > 1 && words.join(" ").length > 14) words.pop();
  return words.join(" ");
}

function padded(drawing: string, colour: string): string {
  const inner = `${100 - 200 * MARGIN}%`;
  const placed = drawing.replace(
    "<svg",
    `<svg x="${100 * MARGIN}%" y="${100 * MARGIN}%" width="${inner}" height="${inner}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="${colour}"/>${placed}</svg>`;
}

async function drawer(): Promise<(svg: string, size: number) => Buffer> {
  ready ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then((code) =>
    initWasm(code),
  );
  await ready;
  return (svg, size) =>
    Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng());
}

/** Its library may be started once in a process. */
let ready: Promise<void> | undefined;

async function tokens(): Promise<Colours> {
  const css = await readFile(TOKENS, "utf8");
  const pair = (name: string) => {
    const [, light, dark] =
      new RegExp(`--rf-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
    if (light === undefined || dark === undefined) throw new Error(`tokens.css has no colours --rf-${name}`);
    return { light, dark };
  };
  return { ...pair("page"), accent: pair("accent").light };
}
