// A case from its start to its debrief.
import type { Ref } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { afterPaint } from "../player/after-paint.ts";
import { useSurroundings } from "../player/context.ts";
import { useAfterPaint } from "../player/use-after-paint.ts";
import type { Action } from "../simulation/case.ts";
import type { Entry } from "../simulation/state.ts";
import { Actions } from "./actions.tsx";
import { announcement } from "./announce.ts";
import { Debrief } from "./debrief/debrief.tsx";
import { Pad } from "./findings.tsx";
import { Head } from "./head.tsx";
import { Help } from "./help.tsx";
import { Pause } from "./pause.tsx";
import { phaseOf, waitingOrder } from "./phase.ts";
import type { Runs } from "./runs.ts";
import { Sentence } from "./sentence.tsx";
import { StageSheet } from "./stage-sheet.tsx";
import { Start } from "./start.tsx";
import { Latest, Timeline } from "./timeline.tsx";
import { useNarrow } from "./use-narrow.ts";
import { useRuns } from "./use-runs.ts";

/** What a narrow screen shows of the three columns. */
const VIEWS = [
  ["acts", "Ask and order"],
  ["story", "What happened"],
  ["pad", "Findings"],
] as const;

type View = (typeof VIEWS)[number][0];

/** Start, work, pause, debrief: whichever the run has come to. */
export function CasePlayer({ runs }: { readonly runs: Runs }) {
  useRuns(runs);
  const { prefix } = useSurroundings();
  const { patient, log, state } = runs;
  const [view, show] = useState<View>("acts");
  const [told, tell] = useState("");
  const [from, setFrom] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const narrow = useNarrow(root);
  /** Only what the learner has just done moves the focus: a page that opens leaves it alone. */
  const acted = useRef(false);
  const phase = log === null ? "start" : phaseOf(log, state);
  // The answer first: what it adds to the findings can come a frame later, what the learner sorts there can't.
  const settled = useAfterPaint(state);
  const pad = useMemo(() => <Pad runs={runs} />, [runs, settled, state.pins]);
  const screen = `${phase} ${phase === "stage" ? state.asked : ""}`;

  useEffect(() => {
    if (!acted.current) return;
    root.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [screen]);

  const onAct = () => {
    acted.current = true;
  };
  const act = (...entries: readonly Entry[]) => {
    onAct();
    const before = runs.state.timeline.length;
    for (const entry of entries) runs.act(entry);
    setFrom(before);
    // A frame later, as all that isn't the answer itself.
    afterPaint(() => tell(announcement(patient, runs.state, before)));
  };
  const order = (action: Action) => {
    const over = (runs.state.done[action.id] ?? 0) > 0 && !action.again;
    if (over) tell(`${action.label}: done already.`);
    else act({ do: "order", action: action.id });
  };
  const answer = (ranks: readonly string[], cancer: number) => {
    if (state.asked === null) return;
    const waiting = log && waitingOrder(log, state);
    act(
      { do: "stage", stage: state.asked, ranks, cancer },
      ...(waiting ? [{ do: "order", action: waiting } as const] : []),
    );
    show("acts");
  };
  const undo = () => {
    onAct();
    runs.undo();
    setFrom(0);
    tell("Taken back.");
  };
  const head = useMemo(
    () => (
      <Head
        runs={runs}
        working={phase === "work"}
        onWait={(minutes) => act(minutes === null ? { do: "wait" } : { do: "wait", minutes })}
        onUndo={undo}
        onHelp={() => help.current?.showModal()}
      />
    ),
    [runs, settled, phase],
  );
  const found = settled.findings.length;
  const views = useMemo(
    () => <Views view={view} working={phase === "work"} count={found} onShow={show} />,
    [view, phase, found],
  );
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const search = root.current?.querySelector<HTMLInputElement>("[type=search]");
    // No act has a slash in its name, so in the search too it begins anew.
    if (isField(event.target) && !(event.key === "/" && event.target === search)) return;
    if (event.key === "/" && search) {
      event.preventDefault();
      show("acts");
      const go = () => {
        search.focus();
        search.select();
      };
      go();
      // The panel may be hidden until it is drawn; where it isn't, no key typed meanwhile may be lost.
      if (!search.matches(":focus")) requestAnimationFrame(go);
    } else if (event.key === "?") {
      event.preventDefault();
      help.current?.showModal();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for whatever in it has the focus
    <div
      class="rf-pt"
      data-phase={phase}
      data-view={view}
      id={`${prefix}-case`}
      tabIndex={-1}
      ref={root}
      onKeyDown={keys}
    >
      {phase === "start" ? (
        <Start runs={runs} focus={heading} onAct={onAct} />
      ) : phase === "debrief" ? (
        <Debrief runs={runs} focus={heading} onAct={onAct} />
      ) : (
        <>
          {head}
          {runs.unkept && <p class="rf-memory">{runs.unkept}</p>}
          {views}
          <div class="rf-pt-columns">
            <Main
              runs={runs}
              phase={phase}
              focus={heading}
              from={narrow ? from : null}
              onOrder={order}
              onAnswer={answer}
              onUndo={undo}
              onEntry={act}
            />
            <Timeline patient={patient} state={narrow && view !== "story" ? settled : state} />
            {phase === "work" && pad}
          </div>
        </>
      )}
      <Help dialog={help} />
      <p class="rf-hidden" role="status">
        {told}
      </p>
    </div>
  );
}

interface MainProps {
  readonly runs: Runs;
  readonly phase: "work" | "stage" | "pause" | "sentence";
  readonly focus: Ref<HTMLHeadingElement>;
  /** How many events there were before the last act; null where the timeline itself is on the screen. */
  readonly from: number | null;
  readonly onOrder: (action: Action) => void;
  readonly onAnswer: (ranks: readonly string[], cancer: number) => void;
  readonly onUndo: () => void;
  readonly onEntry: (entry: Entry) => void;
}

/** What is to be done now: the acts, or the sheet that is asked. */
function Main({ runs, phase, focus, from, onOrder, onAnswer, onUndo, onEntry }: MainProps) {
  const { patient, state, undoes } = runs;
  const { done } = useAfterPaint(state);
  // What `onOrder` needs it asks of the runs, so that an older one does as well.
  const acts = useMemo(
    () => <Actions patient={patient} done={done} onOrder={onOrder} focus={focus} />,
    [patient, done],
  );
  switch (phase) {
    case "work":
      return (
        <div class="rf-pt-main">
          {acts}
          {from !== null && <Latest patient={patient} state={state} from={from} />}
        </div>
      );
    case "stage": {
      if (state.asked === null) return null;
      const back =
        undoes && (state.asked === "bedside" || state.asked === "decision") && state.ended === null;
      return (
        <StageSheet
          key={state.asked}
          runs={runs}
          stage={state.asked}
          focus={focus}
          onAnswer={onAnswer}
          onBack={back ? onUndo : null}
        />
      );
    }
    case "pause":
      return <Pause runs={runs} focus={focus} onDone={(absent) => onEntry({ do: "pause", absent })} />;
    case "sentence":
      return <Sentence runs={runs} focus={focus} onDone={(text) => onEntry({ do: "write", text })} />;
  }
}

interface ViewsProps {
  readonly view: View;
  readonly working: boolean;
  readonly count: number;
  readonly onShow: (view: View) => void;
}

/** Buttons that a narrow screen has in place of columns. */
function Views({ view, working, count, onShow }: ViewsProps) {
  return (
    <div class="rf-pt-views" role="group" aria-label="Show">
      {VIEWS.filter(([each]) => working || each !== "pad").map(([each, name]) => (
        <button type="button" key={each} aria-pressed={view === each} onClick={() => onShow(each)}>
          {each === "acts" && !working ? "Your view" : name}
          {each === "pad" && count > 0 && ` (${count})`}
        </button>
      ))}
    </div>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=range]), textarea, select");
}
