import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { filesOf } from "../publish/files.ts";
import { publish } from "../publish/main.ts";
import { loads, parsed } from "../publish/page.ts";
import { moved } from "../publish/styles.ts";

const SITE = fileURLToPath(new URL("../../_build/site/", import.meta.url));

/** The budget of a chapter in compressed bytes, figures apart, and what of it may be scripts of this project. */
const BUDGET = 120_000;
const OWN_BUDGET = 35_000;

/** A site of the given files, published. */
async function published(files: Record<string, string>): Promise<(path: string) => Promise<string>> {
  const home = await mkdtemp(join(tmpdir(), "publish-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, "built", path)), { recursive: true });
    await writeFile(join(home, "built", path), text);
  }
  await publish(join(home, "built"), join(home, "site"), false);
  return (path) => readFile(join(home, "site", path), "utf8");
}

const PAGE = (head: string, body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8" />${head}</head><body>${body}</body></html>`;

test("a page loads one sheet and one script of the theme's, and no rule that nothing can use", async () => {
  const read = await published({
    "a/one.html": PAGE(
      '<link rel="stylesheet" href="../_static/x.css?v=1"><script src="../_static/one.js"></script><script src="../_static/two.js"></script>',
      '<p class="kept">words unused</p>',
    ),
    "_static/x.css": ".kept{color:red}.unused{color:blue}.by-script{top:0}",
    "_static/one.js": 'const shared = 1; document.body.classList.add("by-script")',
    "_static/two.js": "window.said = shared",
  });
  const page = await read("a/one.html");
  const [sheet] = page.match(/_static\/site\.[0-9a-f]+\.css/) ?? [];
  const [script] = page.match(/_static\/site\.[0-9a-f]+\.js/) ?? [];
  assert.equal(page.match(/<link rel="stylesheet"/g)?.length, 1);
  assert.equal(page.match(/<script defer/g)?.length, 1);
  // And the one within, which runs before the first frame.
  assert.equal(page.match(/<script/g)?.length, 2);
  const css = await read(sheet ?? "");
  assert.match(css, /\.kept/);
  assert.match(css, /\.by-script/);
  assert.doesNotMatch(css, /unused/);
  assert.match(await read(script ?? ""), /shared/);
});

test("a variable stays where a rule, a page or a script reads it, by way of another too, and nowhere else", async () => {
  const read = await published({
    "one.html": PAGE(
      '<link rel="stylesheet" href="_static/x.css"><link rel="stylesheet" href="_static/redflags/own.css"><script src="_static/one.js"></script>',
      '<p style="color:var(--in-page)">words</p>',
    ),
    "_static/x.css":
      "html{--base:red;--by-rule:var(--base);--in-page:red;--in-script:red;--in-ours:red;--idle:red;--idle-too:var(--idle)}p{color:var(--by-rule)}",
    "_static/redflags/own.css": "p{background:var(--in-ours)}",
    "_static/one.js": 'getComputedStyle(document.body).getPropertyValue("--in-script")',
  });
  const [sheet = ""] = (await read("one.html")).match(/_static\/site\.[0-9a-f]+\.css/) ?? [];
  const set = [...(await read(sheet)).matchAll(/--([a-z-]+):/g)].map(([, name]) => name);
  assert.deepEqual(set.sort(), ["base", "by-rule", "in-ours", "in-page", "in-script"]);
});

test("the policy allows the inline scripts that are there, as they are written, and no other", async () => {
  const { createHash } = await import("node:crypto");
  const read = await published({ "one.html": PAGE("<script>\n  let  a = 1;\n</script>", "<p>Text</p>") });
  const page = await read("one.html");
  const [, text = ""] = page.match(/<script>(.*?)<\/script>/s) ?? [];
  const hash = createHash("sha256").update(text).digest("base64");
  assert.ok(page.includes(`script-src 'self' 'sha256-${hash}'`));
  assert.doesNotMatch(page, /script-src[^;]*unsafe/);
});

test("a handler that the policy would stop fails the build and names its page", async () => {
  const making = published({ "deep/one.html": PAGE("", '<a onclick="run()">x</a>') });
  await assert.rejects(making, /deep\/one\.html: <a onclick="run\(\)">/);
});

test("words and their spaces stay, in code too", async () => {
  const text = "<p>one <b>two</b> <i>three</i></p><pre>a\n  b</pre>";
  const read = await published({ "one.html": PAGE("", text) });
  assert.ok((await read("one.html")).includes(text));
});

test("addresses are seen from the joined sheet; those that are whole stay", () => {
  assert.equal(moved("a{b:url(../x.png)}", "/s/_static/styles", "/s/_static"), 'a{b:url("x.png")}');
  assert.equal(moved("a{b:url(data:x)}", "/s/_static/styles", "/s/_static"), "a{b:url(data:x)}");
});

test("the search's index is loaded where the search is", () => {
  const head = '<script src="searchindex.js"></script>';
  assert.deepEqual(loads("one.html", parsed(PAGE(head, ""))).theirs, []);
  assert.deepEqual(loads("search.html", parsed(PAGE(head, '<div id="search-results"></div>'))).theirs, [
    "searchindex.js",
  ]);
});

const sizes = new Map<string, number>();

/** Compressed bytes of a file of the site, as a host sends it; `quick` is a little more than that, and much faster. */
async function sent(path: string, quick: boolean): Promise<number> {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const params = quick ? { [constants.BROTLI_PARAM_QUALITY]: 9 } : {};
  const size = brotliCompressSync(await readFile(join(SITE, path)), { params }).length;
  if (!quick) sizes.set(path, size);
  return size;
}

/** What a page fetches before its reader moves, figures apart: files, bytes, and bytes of our own scripts. */
async function cost(path: string): Promise<{ files: number; bytes: number; own: number }> {
  const page = await readFile(join(SITE, path), "utf8");
  const names = [...page.matchAll(/<(?:link rel="stylesheet" href|script defer(?:="")? src)="([^"]+)"/g)];
  const shared = await Promise.all(names.map(([, name]) => sent(join(dirname(path), name ?? ""), false)));
  const sum = shared.reduce((one, other) => one + other, 0);
  const quick = sum + (await sent(path, true));
  const bytes = quick <= BUDGET ? quick : sum + (await sent(path, false));
  return { files: 1 + shared.length, bytes, own: shared.at(-1) ?? 0 };
}

test("every chapter is within its budget of bytes and files", async () => {
  const files = (await filesOf(SITE.replace(/\/$/, ""))).filter((path) => /^[1-7]-.*\.html$/.test(path));
  assert.ok(files.length > 30);
  for (const chapter of files) {
    const { files, bytes, own } = await cost(chapter);
    // Besides these a page fetches its icon and the figures in sight.
    assert.ok(files <= 10, `${chapter}: ${files} files`);
    assert.ok(bytes <= BUDGET, `${chapter}: ${bytes} bytes`);
    assert.ok(own <= OWN_BUDGET, `${chapter}: ${own} bytes of scripts of ours`);
  }
});
