// The tumour table: browse, compare two types, and guess from a picture.
import { useSurroundings } from "../../player/context.ts";
import { Tabs } from "../../player/tabs.tsx";
import { labRender } from "../frame/lab-render.tsx";
import { Browse } from "./browse.tsx";
import { Compare } from "./compare.tsx";
import { WhichFits } from "./guess.tsx";

function View() {
  const { prefix } = useSurroundings();
  return (
    <>
      <p class="rf-lab-note" id={`${prefix}-unknown`}>
        “Unknown” means that nobody has read a source for that cell yet. It says nothing about the tumour.
      </p>
      <Tabs
        label="Ways into the table"
        name={`${prefix}-ways`}
        tabs={[
          { name: "Table", content: () => <Browse /> },
          { name: "Two side by side", content: () => <Compare /> },
          { name: "Which of these fits?", content: () => <WhichFits /> },
        ]}
      />
    </>
  );
}

/** The anywidget contract. */
export const render = labRender(View);
