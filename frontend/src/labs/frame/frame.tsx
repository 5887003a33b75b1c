// The frame of every explorer: its point, the label of a simulation, its live region, and the way back.
import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useSurroundings } from "../../player/context.ts";
import { Forget } from "../../player/forget.tsx";
import { Heading } from "../../player/heading.tsx";
import type { LabContent } from "./content.ts";
import type { StateOfLab } from "./lab-state.ts";
import { LabContext } from "./use-lab.ts";

/** Milliseconds without a change until the live region speaks: a slider would chatter. */
const CALM = 600;

interface Props {
  readonly content: LabContent<unknown>;
  readonly lab: StateOfLab;
  readonly mode: string;
  readonly View: ComponentType;
}

/** Draws the explorer again whenever its state changes, from whichever home. */
export function Frame({ content, lab, mode, View }: Props) {
  const { prefix, level } = useSurroundings();
  const [, redraw] = useState(0);
  const [said, say] = useCalm();
  const view = useRef<HTMLDivElement>(null);
  const isPlayed = useRef(false);
  const [speak] = useState(() => (words: string) => {
    // Nobody asked yet: a page that has just loaded says nothing by itself.
    if (isPlayed.current) say(words);
  });
  useLayoutEffect(
    () =>
      lab.subscribe(() => {
        isPlayed.current = true;
        redraw((count) => count + 1);
      }),
    [lab],
  );
  const backToStart = (work: () => void) => {
    work();
    // The button is gone: whoever came by keyboard stays in the explorer.
    view.current?.focus();
  };
  const place = { content, state: lab.all, mode, say: speak, set: lab.set.bind(lab) };
  return (
    <LabContext.Provider value={place}>
      <div class="rf-lab-view" tabIndex={-1} ref={view}>
        <Heading level={level} id={`${prefix}-title`} class="rf-lab-title">
          {content.title}
        </Heading>
        <p class="rf-lab-says">{content.says}</p>
        {content.simulation && (
          <p class="rf-lab-simulation">A simulation made by this course, not a patient’s picture.</p>
        )}
        {lab.unkept && <p class="rf-memory">{lab.unkept}</p>}
        <View />
        <p class="rf-hidden" role="status">
          {said}
        </p>
        <div class="rf-lab-foot">
          {lab.isTouched && (
            <button type="button" class="rf-quiet" onClick={() => backToStart(() => lab.reset())}>
              Back to the start
            </button>
          )}
          {lab.isKept && (
            <Forget
              what="what I did here"
              gone="What this explorer keeps on your device will be gone."
              onForget={() => backToStart(() => lab.forget())}
            />
          )}
        </div>
      </div>
    </LabContext.Provider>
  );
}

/** Words that come out once nobody has added others for a moment. */
function useCalm(): [string, (words: string) => void] {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useMemo(
    () => (words: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSaid(words), CALM);
    },
    [],
  );
  return [said, say];
}
