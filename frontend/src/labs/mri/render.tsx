// The MRI explorer: a spine, a scanner's settings, and two games.
import { Choice } from "../frame/choice.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { useLab } from "../frame/use-lab.ts";
import type { Data, State, Task } from "./data.ts";
import { Explore } from "./explore.tsx";
import { Find } from "./find.tsx";
import { Guess } from "./guess.tsx";

const TASKS: readonly { readonly value: Task; readonly label: string }[] = [
  { value: "explore", label: "Turn the knobs" },
  { value: "guess", label: "Game: guess the sequence" },
  { value: "find", label: "Game: find the deposit" },
];
const VIEWS = { explore: Explore, guess: Guess, find: Find } as const;

function View() {
  const { state, mode, set } = useLab<Data, State>();
  const asked = (mode || state.task) as Task;
  const task = Object.hasOwn(VIEWS, asked) ? asked : "explore";
  const Shown = VIEWS[task];
  return (
    <>
      {!mode && (
        <Choice
          legend="What to do"
          name="task"
          options={TASKS}
          value={task}
          onChange={(chosen) => set({ task: chosen })}
        />
      )}
      <Shown />
    </>
  );
}

/** The anywidget contract. */
export const render = labRender(View);
