// Game: which vertebra holds the deposit? Look at T1, STIR and T2, as at a real spine.
import { useMemo, useState } from "preact/hooks";
import { LEVELS, TISSUES } from "../../clinical/phantom.ts";
import { Choice } from "../frame/choice.tsx";
import { useLab } from "../frame/use-lab.ts";
import { LevelNames, Picture } from "../parts/scan/picture.tsx";
import { cut, pointOf, type Slice } from "../parts/scan/slice.ts";
import { along, type Lesion } from "../../clinical/phantom.ts";
import { automatic, fieldOf, signalsOf } from "../parts/scan/tissues.ts";
import { landmarks, oddLevels } from "../parts/scan/words.ts";
import type { Data, State } from "./data.ts";
import { Game, roundOf } from "./game.tsx";
import { type Spine, spineOf } from "./rounds.ts";

const NOISE = 2;
const NONE = "none";
const SERIES = ["t1", "t2", "stir"] as const;

/** A new spine for each round; about one in five has no deposit. */
export function Find() {
  const { state } = useLab<Data, State>();
  return <Round key={roundOf(state)} round={roundOf(state)} />;
}

function Round({ round }: { readonly round: number }) {
  const { data, state } = useLab<Data, State>();
  const [series, show] = useState<string>("t1");
  const [chosen, choose] = useState<string | null>(null);
  const [isTold, tell] = useState(false);
  const field = fieldOf(state.field);
  const spine = useMemo(() => spineOf(round), [round]);
  const slice = useMemo(() => cut(spine.scene, { kind: "sagittal", at: 0 }), [spine]);
  const presets = data.presets.filter(({ id }) => SERIES.includes(id as never));
  const preset = presets.find(({ id }) => id === series);
  const signals = useMemo(
    () => (preset ? signalsOf(data.tissues, field, preset.scan[field]) : new Float32Array(TISSUES.length)),
    [data.tissues, field, preset],
  );
  const display = automatic(signals);
  const picture = `${landmarks(signals, display)}. ${oddLevels(slice, signals)}`;
  return (
    <div class="rf-mri-bench">
      <div>
        <Choice
          legend="Show"
          name="series"
          options={presets.map(({ id, label }) => ({ value: id, label }))}
          value={series}
          onChange={show}
        />
        <Picture
          slice={slice}
          signals={signals}
          display={display}
          noise={NOISE}
          says={`${preset?.label}, side view, front on the left: ${picture}`}
        >
          <LevelNames slice={slice} />
          {isTold && spine.scene.lesions.map((lesion, place) => <Outline key={place} slice={slice} lesion={lesion} />)}
        </Picture>
        <details class="rf-folded">
          <summary>This picture in words</summary>
          <p>{picture}</p>
        </details>
      </div>
      <Game
        game="find"
        question={`Spine ${round + 1}: where is the deposit?`}
        options={[
          ...LEVELS.map((name, level) => ({ value: String(level), label: name })),
          { value: NONE, label: "There is none" },
        ]}
        answer={spine.deposit === null ? NONE : String(spine.deposit)}
        chosen={chosen}
        onChoose={choose}
        isTold={isTold}
        onTell={() => tell(true)}
        told={<Told spine={spine} />}
      />
    </div>
  );
}

function Told({ spine: { deposit, isSclerotic, haemangioma, worn } }: { readonly spine: Spine }) {
  return (
    <ul>
      {deposit !== null && (
        <li>
          {LEVELS[deposit]}: the deposit, dark on T1.{" "}
          {isSclerotic
            ? "It is sclerotic: dark on T2 and dull on STIR, too."
            : "It is lit on STIR, and on T2 you could have missed it."}
        </li>
      )}
      <li>{LEVELS[haemangioma]}: a haemangioma, striped and bright on T1. It is harmless.</li>
      {worn !== null && (
        <li>
          {LEVELS[worn]} and {LEVELS[worn + 1]}: bands of oedema that face each other across a dried-out disc.
        </li>
      )}
    </ul>
  );
}

const MARKS: Readonly<Record<string, string>> = {
  metastasis: "deposit",
  sclerotic: "deposit",
  haemangioma: "haemangioma",
  oedema: "oedema",
};

interface OutlineProps {
  readonly slice: Slice;
  readonly lesion: Lesion;
}

/** A ring with its name; annotations come after the answer. */
export function Outline({ slice, lesion: { tissue, at, size } }: OutlineProps) {
  const place: [number, number, number] = [at[0], at[1] + along(at[2]), at[2]];
  const [column, row] = pointOf(slice.plane, place);
  const [right, below] = pointOf(slice.plane, [place[0], place[1] + size[1], place[2] + size[2]]);
  return (
    <>
      <ellipse class="rf-scan-ring" cx={column} cy={row} rx={right - column + 3} ry={below - row + 3} />
      <text class="rf-scan-label" x={column + 26} y={row + 4}>
        {MARKS[TISSUES[tissue] ?? ""]}
      </text>
    </>
  );
}
