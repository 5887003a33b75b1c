import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { filesOf, isPage } from "../publish/files.ts";
import { publish } from "../publish/main.ts";
import { savedList } from "../publish/precache.ts";
import { within } from "../publish/references.ts";
import { unhosted, ZIP, zipped } from "../publish/zip.ts";

const SITE = fileURLToPath(new URL("../../_build/site", import.meta.url));
/** What a device may be asked to hold: a fifth more than it is now. */
const BOUND = 26_000_000;
/** Attributes that a browser or a script follows. */
const ADDRESS = /\s(?:href|src|action|data-script|data-plotly|data-register|poster)="([^"]+)"/g;

const site = await filesOf(SITE);
const files = new Set(site);

/** Where a page of the site leads, within it. */
async function addresses(page: string): Promise<string[]> {
  const text = await readFile(join(SITE, page), "utf8");
  const found = [...text.matchAll(ADDRESS)].map(([, address]) => within(page, address ?? ""));
  return [...new Set(found.filter((file) => file !== null))];
}

test("every address in every page leads to a file of the site", async () => {
  const pages = site.filter(isPage);
  assert.ok(pages.length > 80);
  const lost: string[] = [];
  for (const page of pages)
    for (const file of await addresses(page)) if (!files.has(file)) lost.push(`${page}: ${file}`);
  assert.deepEqual(lost, []);
});

test("a device saves all that pages load, nothing twice, nothing of JupyterLite, and not too much", async () => {
  const list = await savedList(SITE);
  const urls = new Set(list.map(({ url }) => url));
  assert.equal(urls.size, list.length);
  assert.equal(new Set(list.map(({ integrity }) => integrity)).size, list.length);
  assert.deepEqual(
    list.filter(({ url }) => /^(lite|notebooks|exercises)\/|\.(map|zip|whl|ipynb)$/.test(url)),
    [],
  );
  for (const page of site.filter(isPage)) assert.ok(urls.has(page), page);
  for (const file of site.filter((each) => /^_static\/.*\.(js|css)$/.test(each)))
    assert.ok(urls.has(file), file);
  const sizes = await Promise.all(list.map(async ({ url }) => (await stat(join(SITE, url))).size));
  const total = sizes.reduce((one, other) => one + other, 0);
  assert.ok(total < BOUND, `${total} bytes`);
  // The published worker has this list and no older one.
  const worker = await readFile(join(SITE, "service-worker.js"), "utf8");
  for (const { url, integrity } of list)
    assert.ok(worker.includes(`"${url}"`) && worker.includes(integrity), url);
});

test("the page on offline use says how much there is to save", async () => {
  const page = await readFile(join(SITE, "offline.html"), "utf8");
  const figure = (name: string) =>
    Number(new RegExp(`<data value="${name}">(\\d+)</data>`).exec(page)?.[1] ?? Number.NaN);
  assert.equal(figure("saved-files"), (await savedList(SITE)).length);
  assert.equal(figure("zip-megabytes"), Math.round((await stat(join(SITE, ZIP))).size / 1_000_000));
  assert.ok(figure("sent-megabytes") < figure("saved-megabytes"));
});

const PAGE = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8" /><link rel="icon" href="_static/i.svg"></head><body>${body}</body></html>`;

/** A small site, published; returns its folder. */
async function small(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "offline-"));
  const files = {
    "index.html": PAGE('<img src="_static/a.png"><a href="offline.html">on</a><a href="lite/">lite</a>'),
    "offline.html": PAGE('<data value="saved-files">?</data>'),
    "lite/index.html": '<script id="jupyter-config-data"></script>',
    "_static/i.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2"/></svg>',
    "_static/a.png": "a",
    "_static/unused.js": "",
    "_static/unused.js.map": "",
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, "built", path)), { recursive: true });
    await writeFile(join(home, "built", path), text);
  }
  await publish(join(home, "built"), join(home, "site"), false);
  return join(home, "site");
}

test("what nothing names is not published; the same site makes the same zip", async () => {
  const [one, two] = [await small(), await small()];
  assert.deepEqual(
    (await filesOf(one))
      .filter((path) => !path.includes("icons/"))
      .map((path) => path.replace(/\.[0-9a-f]{10}\./, ".")),
    [
      ...["_static/a.png", "_static/i.svg", "_static/redflags/offline.js", "index.html", "lite/index.html"],
      ...["lite/own-workers.js", "manifest.webmanifest", "offline.html", "service-worker.js", ZIP],
    ],
  );
  assert.match(await readFile(join(one, "lite/index.html"), "utf8"), /^<script src="own-workers.js">/);
  assert.deepEqual(await readFile(join(one, ZIP)), await readFile(join(two, ZIP)));
  const packed = unzipSync(await zipped(one));
  const landing = new TextDecoder().decode(packed["when-back-pain-is-cancer/index.html"]);
  assert.match(landing, /<span>lite \(on the web only\)<\/span>/);
  assert.doesNotMatch(landing, /rel="manifest"/);
});

test("an installed site has icons of the sizes that systems ask for", async () => {
  const home = await small();
  const { icons } = JSON.parse(await readFile(join(home, "manifest.webmanifest"), "utf8"));
  for (const { src, sizes, type } of icons) {
    if (type !== "image/png") continue;
    const header = (await readFile(join(home, src))).subarray(16, 24);
    assert.equal(`${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`, sizes);
  }
  assert.ok(icons.some(({ purpose }: { purpose: string }) => purpose === "maskable"));
});

test("a link to what a zip holds stays a link, anchors and other hosts too", () => {
  const page =
    '<a class="x" href="../b/c.html#d">c</a> <a href="#e">e</a> <a href="https://f.example/">f</a>';
  assert.equal(unhosted("a/one.html", page, new Set(["b/c.html"])), page);
  assert.equal(
    unhosted("a/one.html", '<a href="../lite/x.html?path=y"><b>x</b></a>', new Set()),
    "<span><b>x</b> (on the web only)</span>",
  );
});
