// Keeping progress: as a file, from a file, with the browser's promise; and forgetting it.
import { useEffect, useRef, useState } from "preact/hooks";
import { type Changes, forgetAll, rewrite } from "../../page/storage.ts";
import { Forget } from "../../player/forget.tsx";
import { saveFile } from "../../player/save-file.ts";
import { plural } from "../../player/words.ts";
import {
  fileText,
  MOST_BYTES,
  ProgressFileError,
  readFile,
  type Sorted,
  summary,
  tooLarge,
} from "../file.ts";
import type { Entries, State } from "../layout.ts";
import { merged, undone } from "../merge.ts";

interface Props {
  readonly kept: Sorted;
  readonly onChange: () => Promise<void>;
}

/** What was done last, and what takes it back. */
interface Done {
  readonly changes: ReadonlyMap<string, Changes>;
  readonly before: Entries;
}

const REFUSED = "The browser refused to write, perhaps because the device is full. Nothing was changed.";

/** The last section of the page. */
export function KeepSafe({ kept, onChange }: Props) {
  const [said, say] = useState("");
  const [wrong, complain] = useState("");
  const [file, open] = useState<ReadonlyMap<string, State> | null>(null);
  const [done, finish] = useState<Done | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { sound, broken } = kept;

  const tell = (words: string, trouble = "") => {
    say(words);
    complain(trouble);
  };
  const write = async (work: () => Promise<string>) => {
    try {
      const words = await work();
      await onChange();
      tell(words);
    } catch {
      tell("", REFUSED);
    }
  };
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    open(null);
    finish(null);
    try {
      if (chosen.size > MOST_BYTES) throw tooLarge();
      open(readFile(await chosen.text()));
      tell("");
    } catch (error) {
      if (!(error instanceof ProgressFileError)) throw error;
      tell("", error.message);
    }
  };
  const add = (theirs: Entries) =>
    write(async () => {
      let changes: ReadonlyMap<string, Changes> = new Map();
      const before = await rewrite((ours) => {
        changes = merged(ours, theirs);
        return changes;
      });
      open(null);
      finish({ changes, before });
      return "Added. Until you leave this page you can take it back.";
    });
  const takeBack = ({ changes, before }: Done) =>
    write(async () => {
      await rewrite((now) => undone(now, before, changes));
      finish(null);
      return "Taken back. This device has what it had before.";
    });
  const forget = () =>
    write(async () => {
      await forgetAll();
      finish(null);
      return "Forgotten. This device keeps nothing of yours from this course.";
    });
  const save = () => {
    const now = new Date();
    saveFile(`progress-${now.toISOString().slice(0, 10)}.json`, fileText(kept, now));
    tell("Saved as a file. Keep it where you will find it.");
  };

  return (
    <section aria-labelledby="own-keep">
      <h2 id="own-keep">Keep it, move it, forget it</h2>
      <p>
        Your answers are on this device alone, in this browser. A file of them goes to another device, or
        stays as a copy.
      </p>
      <p class="rf-actions">
        {sound.size > 0 && (
          <button type="button" class="rf-button" onClick={save}>
            Save my progress as a file
          </button>
        )}
        <button type="button" class="rf-button" onClick={() => field.current?.click()}>
          Add progress from a file
        </button>
        {sound.size > 0 && <Persist onSaid={tell} />}
      </p>
      <input
        type="file"
        accept="application/json,.json"
        ref={field}
        hidden
        aria-label="Progress file"
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0]);
          // So that the same file can be chosen again.
          currentTarget.value = "";
        }}
      />
      {file && <Preview ours={sound} theirs={file} onAdd={() => add(file)} onLeave={() => open(null)} />}
      <p class="rf-said" role="alert">
        {wrong}
      </p>
      <p role="status">{said}</p>
      {done && (
        <p class="rf-actions">
          <button type="button" class="rf-button" onClick={() => takeBack(done)}>
            Take it back
          </button>
        </p>
      )}
      {sound.size + broken.size > 0 && (
        <Forget
          what="everything"
          gone="All your answers, exams and runs on this device will be gone, and nothing can bring them back but a file that you saved."
          onForget={() => void forget()}
        />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly ours: Entries;
  readonly theirs: ReadonlyMap<string, State>;
  readonly onAdd: () => void;
  readonly onLeave: () => void;
}

/** What a file holds, and what of it is new here. */
function Preview({ ours, theirs, onAdd, onLeave }: PreviewProps) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  const changes = [...merged(ours, theirs).values()].reduce((sum, items) => sum + items.size, 0);
  return (
    <div class="rf-confirm" role="group" aria-labelledby="file-holds" tabIndex={-1} ref={first}>
      <p id="file-holds">The file holds {summary(theirs)}.</p>
      <p>
        {changes === 0
          ? "All of it is on this device already."
          : `${plural(changes, "answer")} or parts of runs are new here. What you did on this device stays, and first attempts stay the first.`}
      </p>
      <p class="rf-actions">
        {changes > 0 && (
          <button type="button" class="rf-button rf-primary" onClick={onAdd}>
            Add it to this device
          </button>
        )}
        <button type="button" class="rf-button" onClick={onLeave}>
          Leave it
        </button>
      </p>
    </div>
  );
}

/** Browsers clear what pages keep when room is short, unless the reader has asked them not to. */
function Persist({ onSaid }: { readonly onSaid: (words: string, trouble?: string) => void }) {
  const { storage } = navigator;
  if (!storage?.persist) return null;
  const ask = async () => {
    const kept = await storage.persist().catch(() => false);
    if (kept) onSaid("The browser will keep your answers, even when the device runs short of room.");
    else onSaid("", "The browser doesn’t promise that. A file is the safe copy.");
  };
  return (
    <button type="button" class="rf-button" onClick={() => void ask()}>
      Ask the browser to keep it
    </button>
  );
}
