// The last step of a build: the same pages in fewer and smaller files. `node publish/main.ts [--compress] BUILT SITE`
import { readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compressed } from "./compress.ts";
import { filesOf, give, isPage, put } from "./files.ts";
import { type Loads, loads, namesOf, parsed, written } from "./page.ts";
import { joinedScripts, labOf, marksScript, ownScript, SIDEBAR, scriptText } from "./scripts.ts";
import { joined, type Made, wordsOf } from "./styles.ts";

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
  const made = new Map<string, Promise<Made>>();
  const once = (key: string, make: () => Promise<Made>) => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };

  const plan = new Map<string, Loads>();
  const words = new Set<string>();
  for (const path of pages) {
    const text = await readFile(join(built, path), "utf8");
    const page = parsed(text);
    for (const name of namesOf(page)) words.add(name);
    plan.set(path, loads(path, page));
  }
  // Classes that scripts set stand in no page.
  const marks = await marksScript(built);
  for (const word of wordsOf(marks?.content ?? "")) words.add(word);
  const scripts = new Set([...plan.values()].flatMap(({ theirs, ours }) => [...theirs, ...ours]));
  for (const script of scripts) for (const word of wordsOf(await scriptText(built, script))) words.add(word);

  const draft = `${site}.new`;
  await rm(draft, { recursive: true, force: true });
  const shared = commonStart([...plan.values()].map(({ sheets }) => sheets));
  const gone = new Set<string>();
  for (const [path, { sheets, theirs, ours }] of plan) {
    const sheetGroups = [sheets.slice(0, shared), ...sheets.slice(shared).map((sheet) => [sheet])];
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
    await put(draft, path, await written(path, page, joins));
  }
  for (const making of made.values()) {
    const { path, content } = await making;
    await put(draft, path, content);
  }
  if (marks) await put(draft, marks.path, marks.content);
  gone.add(SIDEBAR);
  for (const path of files) if (!plan.has(path) && !gone.has(path)) await give(built, draft, path);
  if (compress) await compressed(draft);

  await rm(`${site}.old`, { recursive: true, force: true });
  await rename(site, `${site}.old`).catch(() => undefined);
  await rename(draft, site);
  await rm(`${site}.old`, { recursive: true, force: true });
}

/** How many of the first parts all lists have in common. */
function commonStart(lists: readonly (readonly string[])[]): number {
  const [first = [], ...others] = lists;
  const end = first.findIndex((part, place) => others.some((other) => other[place] !== part));
  return end < 0 ? first.length : end;
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
