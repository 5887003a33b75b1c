// The last step of a build: the same pages in fewer and smaller files. `node publish/main.ts [--compress] BUILT SITE`
import { readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compressed } from "./compress.ts";
import { filesOf, give, isOurs, isPage, OFFLINE_PAGE, put } from "./files.ts";
import { fill } from "./fill.ts";
import { installable } from "./installable.ts";
import { besideOurs, OWN_WORKERS, ownWorkers } from "./lite.ts";
import { type Loads, loads, namesOf, parsed, written } from "./page.ts";
import { savedList, WORKER, worker } from "./precache.ts";
import { ledTo, needed } from "./references.ts";
import {
  bundled,
  joinedScripts,
  labOf,
  marksScript,
  offlineScript,
  ownScript,
  SIDEBAR,
  scriptText,
} from "./scripts.ts";
import { isOwn, joined, type Made, variablesOf, wordsOf } from "./styles.ts";
import { ZIP, zipped } from "./zip.ts";

/**
 * Publishes a built site.
 *
 * @param built - folder that the book's build wrote; it stays as it is
 * @param site - folder to write; what stands there is replaced when the new one is whole
 * @param compress - whether compressed copies are wanted beside the files
 */
export async function publish(built: string, site: string, compress: boolean): Promise<void> {
  const files = await filesOf(built);
  const pages = files.filter(isPage);
  const known = new Set(files);
  const made = new Map<string, Promise<Made>>();
  const once = (key: string, make: () => Promise<Made>) => {
    const making = made.get(key) ?? make();
    made.set(key, making);
    return making;
  };

  const plan = new Map<string, Loads>();
  const words = new Set<string>();
  const led = new Set<string>();
  for (const path of pages) {
    const text = await readFile(join(built, path), "utf8");
    const page = parsed(text);
    for (const name of [...namesOf(page), ...variablesOf(text)]) words.add(name);
    for (const file of ledTo(path, page, known)) led.add(file);
    plan.set(path, loads(path, page));
  }
  // Classes that scripts set stand in no page.
  const later = (await Promise.all([marksScript(built), offlineScript(built)])).filter(
    (each) => each !== null,
  );
  for (const { content } of later) for (const word of wordsOf(content)) words.add(word);
  const scripts = new Set([...plan.values()].flatMap(({ theirs, ours }) => [...theirs, ...ours]));
  // The index of the search holds every word of the course, and is no code.
  for (const script of scripts)
    if (!script.endsWith("searchindex.js"))
      for (const word of wordsOf(await scriptText(built, script))) words.add(word);

  // A sheet of ours may draw on a variable that one of the theme's sets.
  for (const sheet of new Set([...plan.values()].flatMap(({ sheets }) => sheets.filter(isOwn))))
    for (const name of variablesOf(await readFile(join(built, sheet), "utf8"))) words.add(name);

  const draft = `${site}.new`;
  await rm(draft, { recursive: true, force: true });
  const landing = known.has("index.html") ? parsed(await readFile(join(built, "index.html"), "utf8")) : null;
  const head = landing && (await installable(draft, built, landing));
  const first = (await bundled("first.ts")).trim();
  const shared = inAll([...plan.values()].map(({ sheets }) => sheets));
  const gone = new Set<string>();
  for (const [path, { sheets, theirs, ours }] of plan) {
    const own = sheets.filter((sheet) => !shared.includes(sheet));
    const sheetGroups = [shared, ...own.map((sheet) => [sheet])];
    const css = await Promise.all(
      sheetGroups
        .filter((group) => group.length > 0)
        .map((group) => once(group.join(), () => joined(built, group, words))),
    );
    const theirScript = (group: readonly string[]) => once(group.join(), () => joinedScripts(built, group));
    const ownOne = (file: string) => once(file, () => ownScript(built, file));
    // The search's scripts count on running one by one.
    const apart = theirs.some((file) => file.endsWith("searchindex.js"));
    const groups = apart ? theirs.map((file) => [file]) : [theirs];
    const now = await Promise.all([
      ...groups.filter((group) => group.length > 0).map(theirScript),
      ...ours.filter((file) => labOf(file) === null).map(ownOne),
    ]);
    const late = ours.flatMap((file) => {
      const lab = labOf(file);
      return lab === null ? [] : [ownOne(file).then(({ path }) => ({ lab, path }))];
    });
    for (const file of [...sheets, ...theirs, ...ours]) gone.add(file);
    const joins = {
      sheets: css.map((each) => each.path),
      scripts: now.map((each) => each.path),
      late: await Promise.all(late),
    };
    const page = parsed(await readFile(join(built, path), "utf8"));
    await put(draft, path, await written(path, page, joins, head, first));
  }
  const texts: string[] = [];
  for (const making of made.values()) {
    const { path, content } = await making;
    await put(draft, path, content);
    texts.push(content);
  }
  for (const { path, content } of later) await put(draft, path, content);
  gone.add(SIDEBAR);
  const text = (file: string) => readFile(join(built, file), "utf8");
  const others = files.filter((path) => isOurs(path) && !plan.has(path) && !gone.has(path));
  for (const path of await needed(others, led, texts, text)) await give(built, draft, path);
  await passedOn(
    built,
    draft,
    files.filter((path) => !isOurs(path)),
  );
  await offline(draft, pages);
  if (compress) await compressed(draft);

  await rm(`${site}.old`, { recursive: true, force: true });
  await rename(site, `${site}.old`).catch(() => undefined);
  await rename(draft, site);
  await rm(`${site}.old`, { recursive: true, force: true });
}

/** Another program's site within ours: its files as they are, its pages with a word about service workers. */
async function passedOn(built: string, draft: string, files: readonly string[]): Promise<void> {
  if (files.length > 0) await put(draft, OWN_WORKERS, await ownWorkers());
  for (const path of files) {
    const page = path.endsWith(".html") && besideOurs(path, await readFile(join(built, path), "utf8"));
    if (page) await put(draft, path, page);
    else await give(built, draft, path);
  }
}

/** What makes a finished site work without a network: the zip, its figures in the pages, the worker. */
async function offline(site: string, pages: readonly string[]): Promise<void> {
  if (!pages.includes(OFFLINE_PAGE)) return;
  const zip = await zipped(site);
  await fill(site, pages, zip);
  await put(site, ZIP, Buffer.from(zip));
  await put(site, WORKER, await worker(await savedList(site)));
}

/** What all lists have in common, in the order of the first. */
function inAll([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((part) => others.every((other) => other.includes(part)));
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { compress: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [built, site] = positionals;
  if (built === undefined || site === undefined) {
    console.error("Usage: node publish/main.ts [--compress] BUILT SITE");
    process.exit(2);
  }
  await publish(resolve(built), resolve(site), values.compress);
}
