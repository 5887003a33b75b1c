// Game: which settings made this picture?
import { useMemo, useState } from "preact/hooks";
import { useLab } from "../frame/use-lab.ts";
import { Picture } from "../parts/scan/picture.tsx";
import { cut } from "../parts/scan/slice.ts";
import { automatic, signalsOf } from "../parts/scan/tissues.ts";
import { landmarks } from "../parts/scan/words.ts";
import type { Data, State } from "./data.ts";
import { Game, roundOf } from "./game.tsx";
import { SEQUENCES, sequenceOf, spineOf } from "./rounds.ts";

const NOISE = 1;

/** How each is told from the others. */
const CLUES: Readonly<Record<(typeof SEQUENCES)[number], string>> = {
  t1: "Fat is the brightest thing and fluid nearly the darkest.",
  t2: "Fluid is the brightest thing, and fat has not been turned off.",
  stir: "Fluid is bright and fat is black: it was photographed as it crossed zero.",
  "contrast-fs": "Fat is black, but fluid is dark too: so it is T1 with fat silenced, and what took up contrast shines.",
  opposed: "Fluid is dark and fat bright as on T1, but marrow is black: its fat and water cancel.",
};

/** A new picture for each round, at either field, its times a little off the usual ones. */
export function Guess() {
  const { state } = useLab<Data, State>();
  // A round is a component of its own: what was chosen goes with it.
  return <Round key={roundOf(state)} round={roundOf(state)} />;
}

function Round({ round }: { readonly round: number }) {
  const { data } = useLab<Data, State>();
  const [chosen, choose] = useState<string | null>(null);
  const [isTold, tell] = useState(false);
  const { preset, field, scan } = sequenceOf(data.presets, round);
  const slice = useMemo(() => cut(spineOf(round).scene, { kind: "sagittal", at: 0 }), [round]);
  const signals = useMemo(() => signalsOf(data.tissues, field, scan), [data.tissues, field, scan]);
  const display = automatic(signals);
  return (
    <div class="rf-mri-bench">
      <Picture
        slice={slice}
        signals={signals}
        display={display}
        noise={NOISE}
        says={`Side view, front on the left: ${landmarks(signals, display)}.`}
      />
      <Game
        game="guess"
        question={`Picture ${round + 1}: which is it?`}
        options={data.presets
          .filter(({ id }) => SEQUENCES.includes(id as never))
          .map(({ id, label }) => ({ value: id, label }))}
        answer={preset.id}
        chosen={chosen}
        onChoose={choose}
        isTold={isTold}
        onTell={() => tell(true)}
        told={
          <p>
            {CLUES[preset.id as (typeof SEQUENCES)[number]]} Here: {landmarks(signals, display)}. It was taken
            at {field} T with TR {scan.tr} ms, TE {scan.te} ms{scan.ti !== null && `, TI ${scan.ti} ms`}.
          </p>
        }
      />
    </div>
  );
}
