// Marks in the list of chapters: how much of each was answered on this device.
import { getMany } from "idb-keyval";
import { SCHEMA, VERSION } from "../src/progress/layout.ts";

/** What `redflags/book/progress.py` writes; empty for a site without it. */
declare const SIDEBAR: {
  /** Page to quiz to the first digits of its items' hashes. */
  readonly chapters?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The folder whose pages are patients. */
  readonly patients?: string;
};
const DIGITS = 3;
/** Milliseconds. */
const PAUSE = 300;

type Kept = Readonly<Record<string, { hash?: string; attempts?: unknown[] } | undefined>> | undefined;

/** A link with what it is about, by the keys of the device. */
interface Row {
  readonly link: HTMLAnchorElement;
  readonly keys: readonly string[];
  readonly says: (kept: readonly Kept[]) => readonly [done: number, of: number, words: string];
}

function rowOf(link: HTMLAnchorElement): Row | null {
  const [, folder = "", name = ""] = /([^/]+)\/([^/]+)\.html$/.exec(link.pathname) ?? [];
  const quizzes = SIDEBAR.chapters?.[`${folder}/${name}`] ?? {};
  const names = Object.keys(quizzes);
  if (folder === SIDEBAR.patients) {
    const says = ([run]: readonly Kept[]) =>
      run?.finished ? ([1, 1, "seen to the end"] as const) : ([0, 1, ""] as const);
    return { link, keys: [`case:${name}`], says };
  }
  if (names.length === 0) return null;
  const known = names.map((quiz): string[] => quizzes[quiz]?.match(/.../g) ?? []);
  const of = known.reduce((sum, hashes) => sum + hashes.length, 0);
  const says = (kept: readonly Kept[]) => {
    const done = kept.reduce(
      (sum, quiz, place) =>
        sum +
        Object.values(quiz ?? {}).filter(
          (item) => item?.attempts?.length && known[place]?.includes(String(item.hash).slice(0, DIGITS)),
        ).length,
      0,
    );
    return [done, of, `${done} of ${of} answered`] as const;
  };
  return { link, keys: names.map((quiz) => `quiz:${quiz}`), says };
}

async function draw(rows: readonly Row[]): Promise<void> {
  const keys = rows.flatMap((row) => row.keys);
  const [version, ...all] = await getMany<Kept>([SCHEMA, ...keys]);
  if (Number(version ?? 0) > VERSION) return;
  let place = 0;
  for (const { link, keys, says } of rows) {
    const [done, of, words] = says(all.slice(place, place + keys.length));
    place += keys.length;
    link.querySelector(".rf-mark")?.remove();
    if (done === 0) continue;
    const mark = document.createElement("span");
    mark.className = "rf-mark";
    mark.style.setProperty("--done", String(done / of));
    mark.title = words;
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.textContent = ` ${words}`;
    mark.append(said);
    link.append(mark);
  }
}

/** Draws the marks, and again when something was answered, here or in another tab. */
function markChapters(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>(".bd-links a");
  const rows = [...links].flatMap((link) => rowOf(link) ?? []);
  if (rows.length === 0) return;
  // A browser that refuses its data base has nothing to mark.
  const again = (some: readonly Row[]) => void draw(some).catch(() => undefined);
  again(rows);
  if ("BroadcastChannel" in window) {
    new BroadcastChannel("redflags").onmessage = ({ data }: MessageEvent<ReadonlyMap<string, unknown>>) => {
      const touched = rows.filter(({ keys }) => keys.some((key) => data.has(key)));
      // What was answered on this very page is being drawn just now.
      setTimeout(again, PAUSE, touched);
    };
  }
  addEventListener("pageshow", ({ persisted }) => persisted && again(rows));
}

markChapters();
