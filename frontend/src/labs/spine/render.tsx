// The spine: choose a bone and a room, let the tumour grow, and read what may fail.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { room } from "../../clinical/spine.ts";
import { useSurroundings } from "../../player/context.ts";
import type { Model } from "../../player/model.ts";
import { Choice } from "../frame/choice.tsx";
import { labRender, type Render } from "../frame/lab-render.tsx";
import { Slider } from "../frame/slider.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Body } from "../parts/body.tsx";
import { Cuts } from "./cuts.tsx";
import { type Data, type KeyPoint, type Level, readState, roomsOf, type State } from "./data.ts";
import { hasWebGl, KILOBYTES } from "./plotly-3d.ts";
import { Turn } from "./turn.tsx";
import { Bones, stage, Words } from "./words.tsx";

/** The home's model: a notebook's kernel has Plotly, where a page has a file. */
const Home = createContext<Model | null>(null);

const STEP = 2;
/** Milliseconds between two sizes of the growing tumour. */
const BEAT = 120;

function View() {
  const model = useContext(Home);
  const { prefix } = useSurroundings();
  const { data, state, mode, set, say } = useLab<Data, State>();
  const { place, compartment, growth, view } = readState(data, state, mode);
  const cut = room(place.inside, compartment, growth / 100);
  const label = data.compartments.find(({ id }) => id === compartment)?.label ?? "";
  const does = stage(place, compartment, cut);
  const first = data.points[place.points[0] ?? ""];
  const words = `${label} tumour at ${place.id}: ${does}.${cut.pressed && first ? ` Feeling may fail from ${first.name}, ${first.place}, down.` : ""}`;
  useEffect(() => say(words), [words, say]);
  const at = data.levels.indexOf(place);
  return (
    <div class="rf-spine-lab">
      <div class="rf-spine-ask">
        <label for={`${prefix}-level`}>Vertebra</label>
        <select
          id={`${prefix}-level`}
          value={place.id}
          onChange={(event) => set({ level: event.currentTarget.value })}
        >
          {[...new Set(data.levels.map(({ region }) => region))].map((region) => (
            <optgroup key={region} label={region}>
              {data.levels
                .filter((level) => level.region === region)
                .map(({ id }) => (
                  <option key={id}>{id}</option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Choice
        legend="Where does it grow?"
        name="room"
        options={data.compartments
          .filter(({ id }) => roomsOf(mode).includes(id))
          .map((one) => ({ value: one.id, label: one.label }))}
        value={compartment}
        onChange={(chosen) => set({ compartment: chosen })}
      />
      <div class="rf-spine-growth">
        <Slider
          label="Size of the tumour"
          name="growth"
          min={0}
          max={100}
          step={STEP}
          value={growth}
          words={does}
          onChange={(value) => set({ growth: value })}
        />
        <Grow growth={growth} onGrow={(value) => set({ growth: value })} />
      </div>
      <div class={view === "3d" ? "rf-spine-views rf-spine-turned" : "rf-spine-views"}>
        {view === "3d" && model ? (
          <Turn
            model={model}
            inside={place.inside}
            compartment={compartment}
            growth={growth / 100}
            says={words}
          />
        ) : (
          <Cuts
            cuts={data.cuts}
            bones={[data.levels[at - 1], place, data.levels[at + 1]]}
            inside={place.inside}
            compartment={compartment}
            growth={growth / 100}
            says={words}
          />
        )}
        <div class="rf-spine-bodies">
          {(["front", "back"] as const).map((side) => (
            <Body
              key={side}
              body={data.body}
              side={side}
              says={`Body, ${side}: ${marked(data, place, side, cut.pressed)}`}
            >
              <Marks points={data.points} side={side} lit={cut.pressed ? place.points : []} />
            </Body>
          ))}
        </div>
      </div>
      <Ask view={view} onAsk={(value) => set({ view: value })} />
      <p class="rf-outcome-says">{words}</p>
      <Words data={data} level={place} compartment={compartment} cut={cut} />
      <p class="rf-lab-note">
        Hatched: tumour. Full discs: key points where feeling may fail; rings: the others. Sizes are drawn for
        the eye, and how large a tumour must be for a sign to appear is not in the register.
      </p>
      <Bones data={data} />
    </div>
  );
}

/** Grows by itself; whoever asked for less motion gets it in steps of a fifth. */
function Grow({ growth, onGrow }: { readonly growth: number; readonly onGrow: (growth: number) => void }) {
  const [isGrowing, grow] = useState(false);
  const [isCalm] = useState(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
  useEffect(() => {
    if (!isGrowing) return;
    if (growth >= 100) return grow(false);
    const beat = setTimeout(() => onGrow(Math.min(100, growth + STEP)), BEAT);
    return () => clearTimeout(beat);
  }, [isGrowing, growth, onGrow]);
  const start = growth >= 100 ? 0 : growth;
  if (isCalm) {
    return (
      <button
        type="button"
        class="rf-button"
        onClick={() => onGrow(growth >= 100 ? 0 : Math.min(100, growth + 20))}
      >
        {growth >= 100 ? "Begin again, small" : "One step larger"}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="rf-button"
      onClick={() => {
        if (!isGrowing) onGrow(start);
        grow(!isGrowing);
      }}
    >
      {isGrowing ? "Stop" : growth >= 100 ? "Let it grow again" : "Let it grow"}
    </button>
  );
}

/** The way to the 3D drawing and back, with what it costs. */
function Ask({
  view,
  onAsk,
}: {
  readonly view: State["view"];
  readonly onAsk: (view: State["view"]) => void;
}) {
  const [canTurn] = useState(hasWebGl);
  if (!canTurn) {
    return (
      <p class="rf-lab-note">
        This browser has no WebGL, so the spine can’t be turned in 3D. The drawing and the words say the same.
      </p>
    );
  }
  return (
    <p class="rf-spine-choose">
      <button type="button" class="rf-button" onClick={() => onAsk(view === "3d" ? "drawing" : "3d")}>
        {view === "3d" ? "Back to the drawing" : `Turn it in 3D (loads ${KILOBYTES} kB)`}
      </button>
    </p>
  );
}

function Marks(props: {
  readonly points: Data["points"];
  readonly side: KeyPoint["side"];
  readonly lit: readonly string[];
}) {
  return (
    <>
      {Object.entries(props.points)
        .filter(([, { side }]) => side === props.side)
        .flatMap(([id, { at }]) =>
          at.map(([x, y]) => (
            <circle
              key={`${x} ${y}`}
              class={props.lit.includes(id) ? "rf-body-lit" : "rf-body-mark"}
              cx={x}
              cy={y}
              r={props.lit.includes(id) ? 6 : 4}
            />
          )),
        )}
    </>
  );
}

function marked(data: Data, level: Level, side: KeyPoint["side"], isPressed: boolean): string {
  const lit = level.points.flatMap((id) => {
    const point = data.points[id];
    return point?.side === side ? [`${point.name} ${point.place}`] : [];
  });
  return isPressed && lit.length > 0 ? `marked are ${lit.join(", ")}.` : "no key point is marked.";
}

/** The anywidget contract. */
export const render: Render = (props) =>
  labRender(() => (
    <Home.Provider value={props.model}>
      <View />
    </Home.Provider>
  ))(props);
