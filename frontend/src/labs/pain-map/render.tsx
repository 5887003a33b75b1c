// The pain map: from a place to what may be felt there, from a level to where it is felt, and what kind of pain it is.
import { useEffect, useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { Choice } from "../frame/choice.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Body } from "../parts/body.tsx";
import { type Data, KINDS, type Place, readState, type Source, type State } from "./data.ts";
import { Cited, Kinds } from "./kinds.tsx";

function View() {
  const { mode } = useLab<Data, State>();
  if (mode === KINDS) return <Kinds />;
  return (
    <div class="rf-pain-lab">
      <PainMap />
      <Kinds />
    </div>
  );
}

function PainMap() {
  const { data, state, set, say } = useLab<Data, State>();
  const { begin, place, source, guess, revealed } = readState(data, state);
  const isPlace = begin === "place";
  const asks = isPlace && place === data.guess.place && guess === null && !revealed;
  const here = data.places.find(({ id }) => id === place);
  const felt = data.sources.filter((one) => (isPlace ? one.places.includes(place) : one.id === source));
  const lit = isPlace ? [place] : felt.flatMap(({ places }) => places);
  const where = data.places.filter(({ id }) => lit.includes(id)).map(({ label }) => label.toLowerCase());
  const what = isPlace
    ? `${here?.label}: ${asks ? "guess first." : `${felt.map(({ label }) => label).join("; ")}.`}`
    : `${felt[0]?.label} may be felt here: ${where.join("; ")}.`;
  useEffect(() => say(what), [what, say]);
  return (
    <>
      <Choice
        legend="Start from"
        name="begin"
        options={[
          { value: "place", label: "a place on the body" },
          { value: "source", label: "a bone, a root or an organ" },
        ]}
        value={begin}
        onChange={(chosen) => set({ begin: chosen })}
      />
      <div class="rf-pain-map">
        <div class="rf-pain-bodies">
          {(["front", "back"] as const).map((side) => (
            <Body key={side} body={data.body} side={side} says={`Body, ${side}: ${marked(data, side, lit)}`}>
              <Ovals
                places={data.places.filter((one) => one.side === side)}
                lit={lit}
                onPick={(id) => set({ begin: "place", place: id })}
              />
            </Body>
          ))}
        </div>
        {isPlace ? (
          <Buttons
            groups={[{ label: "Places", list: data.places }]}
            pressed={place}
            onPress={(id) => set({ place: id })}
          />
        ) : (
          <Buttons
            groups={Object.entries(data.groups).map(([kind, label]) => ({
              label,
              list: data.sources.filter((one) => one.kind === kind),
            }))}
            pressed={source}
            onPress={(id) => set({ source: id })}
          />
        )}
      </div>
      {asks ? <Guess /> : <Felt what={what} felt={felt} isPlace={isPlace} />}
    </>
  );
}

/** Ovals that a finger or a mouse may press; the buttons beside them do the same for everybody. */
function Ovals(props: {
  readonly places: readonly Place[];
  readonly lit: readonly string[];
  readonly onPick: (id: string) => void;
}) {
  return (
    <>
      {props.places.flatMap(({ id, at, size: [rx, ry] }) =>
        at.map(([cx, cy]) => (
          <ellipse
            key={`${id} ${cx}`}
            class={props.lit.includes(id) ? "rf-pain-oval rf-body-lit" : "rf-pain-oval rf-body-mark"}
            cx={cx}
            cy={cy}
            rx={rx}
            ry={ry}
            onPointerUp={() => props.onPick(id)}
          />
        )),
      )}
    </>
  );
}

interface Group {
  readonly label: string;
  readonly list: readonly { readonly id: string; readonly label: string }[];
}

function Buttons(props: {
  readonly groups: readonly Group[];
  readonly pressed: string;
  readonly onPress: (id: string) => void;
}) {
  return (
    <div class="rf-pain-lists">
      {props.groups.map(({ label, list }) => (
        <div key={label} role="group" aria-label={label}>
          <p class="rf-pain-head" aria-hidden="true">
            {label}
          </p>
          <div class="rf-pain-buttons">
            {list.map((one) => (
              <button
                key={one.id}
                type="button"
                class="rf-button"
                aria-pressed={one.id === props.pressed}
                onClick={() => props.onPress(one.id)}
              >
                {one.label}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A belief, said before the register says its own. */
function Guess() {
  const { data, set } = useLab<Data, State>();
  const [chosen, choose] = useState<string | null>(null);
  return (
    <form
      class="rf-pain-guess"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) set({ guess: chosen });
      }}
    >
      <Choice
        legend={`Your guess first. ${data.guess.question}`}
        name="guess"
        options={data.guess.options.map(({ id, label }) => ({ value: id, label }))}
        value={chosen}
        onChange={choose}
      />
      <div class="rf-pain-buttons">
        <button type="submit" class="rf-button rf-primary" disabled={chosen === null}>
          Show what the register says
        </button>
        <button type="button" class="rf-quiet" onClick={() => set({ revealed: true })}>
          Show without a guess
        </button>
      </div>
    </form>
  );
}

function Felt(props: { readonly what: string; readonly felt: readonly Source[]; readonly isPlace: boolean }) {
  const { prefix } = useSurroundings();
  const { data, state } = useLab<Data, State>();
  const { place, guess } = readState(data, state);
  const isAsked = props.isPlace && place === data.guess.place;
  return (
    <div class="rf-pain-felt">
      <p class="rf-outcome-says" id={`${prefix}-felt`}>
        {props.what}
      </p>
      {isAsked && (
        <p>
          {guess && (
            <>
              You said: “{data.guess.options.find(({ id }) => id === guess)?.label}”.{" "}
              {guess === data.guess.answer ? "So does the review. " : "The review says otherwise. "}
            </>
          )}
          {data.guess.reveal}
          <Cited evidence={data.guess.evidence} />
        </p>
      )}
      <ul class="rf-pain-sources" aria-labelledby={`${prefix}-felt`}>
        {props.felt.map(({ id, label, says, evidence }) => (
          <li key={id}>
            <b>{label}.</b> {says}
            <Cited evidence={evidence} />
          </li>
        ))}
      </ul>
      <p class="rf-lab-note">
        {data.limits.says}
        <Cited evidence={data.limits.evidence} />
      </p>
    </div>
  );
}

function marked(data: Data, side: Place["side"], lit: readonly string[]): string {
  const names = data.places.filter((one) => one.side === side && lit.includes(one.id));
  return names.length > 0
    ? `marked: ${names.map(({ label }) => label.toLowerCase()).join(", ")}.`
    : "nothing is marked.";
}

/** The anywidget contract. */
export const render = labRender(View);
