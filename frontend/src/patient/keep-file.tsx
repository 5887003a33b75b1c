// Saving a run as a file, and opening one.
import { useRef, useState } from "preact/hooks";
import { saveFile } from "../player/save-file.ts";
import { MOST_BYTES, ReplayError, readReplay, replayText } from "./replay-file.ts";
import type { Runs } from "./runs.ts";

/** A button that saves the run that is played. */
export function SaveRun({ runs }: { readonly runs: Runs }) {
  const { patient } = runs;
  const save = () => saveFile(`${patient.name}.json`, replayText(patient, patient.hash, runs.log ?? []));
  return (
    <button type="button" class="rf-quiet" onClick={save}>
      Save this run as a file
    </button>
  );
}

/** A button that opens a file, and what is wrong with it. */
export function OpenRun({ runs, onOpen }: { readonly runs: Runs; readonly onOpen: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [wrong, say] = useState("");
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      if (file.size > MOST_BYTES) throw new ReplayError("The file is too large to be a replay of a case.");
      const log = readReplay(runs.patient, await file.text());
      say("");
      onOpen();
      runs.open(log);
    } catch (error) {
      if (!(error instanceof ReplayError)) throw error;
      say(error.message);
    }
  };
  return (
    <>
      <button type="button" class="rf-quiet" onClick={() => field.current?.click()}>
        Open a replay file
      </button>
      <input
        type="file"
        accept="application/json,.json"
        ref={field}
        hidden
        aria-label="Replay file"
        onChange={(event) => {
          const { currentTarget: input } = event;
          void read(input.files?.[0]);
          // So that the same file can be chosen again after it was mended.
          input.value = "";
        }}
      />
      <p class="rf-said" role="alert">
        {wrong}
      </p>
    </>
  );
}
