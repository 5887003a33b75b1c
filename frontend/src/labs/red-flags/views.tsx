// One question put to 1,000 people, three times over: as people, as a tree, as a table; and every study's numbers.
import { type People, people } from "../../clinical/frequencies.ts";
import { Citation } from "../../player/citation.tsx";
import { useSurroundings } from "../../player/context.ts";
import { Tabs } from "../../player/tabs.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Dots } from "../parts/dots.tsx";
import { percent } from "../parts/people.ts";
import type { Accuracy, Data, Flag, State } from "./data.ts";
import { accuracyFor, type Situation } from "./situation.ts";
import { Studies } from "./studies.tsx";

const TOTAL = 1000;

interface Props {
  readonly situation: Situation;
  readonly shown: Flag;
  readonly onShow: (flag: string) => void;
}

/** The same counts in every view. */
export function Views({ situation, shown, onShow }: Props) {
  const { prefix } = useSurroundings();
  const { data } = useLab<Data, State>();
  const accuracy = accuracyFor(shown, situation.setting);
  const counts = people(TOTAL, situation.prior, accuracy.sensitivity, accuracy.specificity);
  const views = { counts, flag: shown, accuracy };
  return (
    <div class="rf-views">
      <p class="rf-views-ask">
        <label for={`${prefix}-shown`}>1,000 people of this setting are asked one question</label>
        <select
          id={`${prefix}-shown`}
          value={shown.id}
          onChange={(event) => onShow(event.currentTarget.value)}
        >
          {data.flags.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <Tabs
        label="Ways to see it"
        name={`${prefix}-views`}
        tabs={[
          { name: "People", content: () => <Crowd {...views} /> },
          { name: "Tree", content: () => <Tree {...views} /> },
          { name: "Table", content: () => <Counts {...views} /> },
          { name: "Together", content: () => <Together situation={situation} /> },
          { name: "Studies", content: () => <Studies situation={situation} /> },
        ]}
      />
    </div>
  );
}

interface ViewProps {
  readonly counts: People;
  readonly flag: Flag;
  readonly accuracy: Accuracy;
}

function Crowd({ counts, flag, accuracy }: ViewProps) {
  const { prefix } = useSurroundings();
  const { sickYes, sickNo, wellYes, wellNo } = counts;
  return (
    <>
      <Dots
        name={`${prefix}-crowd`}
        says={`1,000 people as dots. ${sum(counts, flag)}`}
        groups={[
          { count: sickYes, shape: "diamond", label: "say yes and have cancer" },
          { count: wellYes, shape: "disc", label: "say yes and don’t" },
          { count: sickNo, shape: "hatched", label: "say no and have cancer" },
          { count: wellNo, shape: "ring", label: "say no and don’t" },
        ]}
      />
      <p>
        {sum(counts, flag)}
        <Citation entry={accuracy.entry} text="" />
      </p>
    </>
  );
}

/** Everybody who answered as ticked: cancer at the band's lower end, and what may come on top. */
function Together({ situation: { result, counted } }: { readonly situation: Situation }) {
  const { prefix } = useSurroundings();
  const { state } = useLab<Data, State>();
  if (result === null) return <p>No answer that counts is ticked.</p>;
  if (!state.revealed) return <p>Your guess comes first, above.</p>;
  const [low = 0, high = 0] = result.band.map((end) => Math.round(TOTAL * end));
  const both = counted.length > 1 && low !== high;
  const says = both
    ? `Of 1,000 people who answer like this, between ${low} and ${high} have cancer, if one of the two ways to reckon is right.`
    : `Of 1,000 people who answer like this, about ${low} have cancer, if the study’s ratio is right.`;
  return (
    <>
      <Dots
        name={`${prefix}-together`}
        says={`1,000 people as dots. ${says}`}
        groups={[
          { count: low, shape: "diamond", label: both ? "have cancer either way" : "have cancer" },
          ...(both
            ? [{ count: high - low, shape: "hatched" as const, label: "have it one way, not the other" }]
            : []),
          { count: TOTAL - high, shape: "ring", label: "don’t have it" },
        ]}
      />
      <p>{says}</p>
    </>
  );
}

/** The one sentence under each view. */
function sum({ sickYes, sickNo, wellYes, wellNo }: People, { label }: Flag): string {
  return `“${label}”: of ${sickYes + wellYes} who say yes ${sickYes} ${have(sickYes)} cancer; of ${(sickNo + wellNo).toLocaleString("en-GB")} who say no ${sickNo} ${have(sickNo)}.`;
}

function have(count: number): string {
  return count === 1 ? "has" : "have";
}

function Tree({ counts, flag, accuracy }: ViewProps) {
  const { sickYes, sickNo, wellYes, wellNo } = counts;
  const branches = [
    { name: "with cancer", yes: sickYes, no: sickNo },
    { name: "without", yes: wellYes, no: wellNo },
  ];
  return (
    <>
      <ul class="rf-tree">
        <li>
          <span class="rf-tree-node">
            <b>1,000</b> people
          </span>
          <ul>
            {branches.map(({ name, yes, no }) => (
              <li key={name}>
                <span class="rf-tree-node">
                  <b>{(yes + no).toLocaleString("en-GB")}</b> {name}
                </span>
                <ul>
                  <li>
                    <span class="rf-tree-node rf-tree-yes">
                      <b>{yes.toLocaleString("en-GB")}</b> say yes
                    </span>
                  </li>
                  <li>
                    <span class="rf-tree-node">
                      <b>{no.toLocaleString("en-GB")}</b> say no
                    </span>
                  </li>
                </ul>
              </li>
            ))}
          </ul>
        </li>
      </ul>
      <p>
        {sum(counts, flag)}
        <Citation entry={accuracy.entry} text="" />
      </p>
    </>
  );
}

function Counts({ counts: { sickYes, sickNo, wellYes, wellNo }, flag, accuracy }: ViewProps) {
  const rows = [
    ["Say yes", sickYes, wellYes],
    ["Say no", sickNo, wellNo],
    ["All", sickYes + sickNo, wellYes + wellNo],
  ] as const;
  return (
    <>
      <DataTable
        caption={`“${flag.label}”, put to 1,000 people`}
        head={["Answer", "With cancer", "Without", "Together", "Of these with cancer"]}
        rows={rows.map(([name, sick, well]) => [
          name,
          sick,
          well.toLocaleString("en-GB"),
          (sick + well).toLocaleString("en-GB"),
          sick + well > 0 ? percent(sick / (sick + well)) : "nobody",
        ])}
      />
      <p class="rf-lab-note">
        Whole people, so the last column is rounded twice.
        {accuracy.counts &&
          ` In the study itself ${accuracy.counts[0]} with cancer said yes and ${accuracy.counts[2]} no; without it ${accuracy.counts[1].toLocaleString("en-GB")} yes and ${accuracy.counts[3].toLocaleString("en-GB")} no.`}
        <Citation entry={accuracy.entry} text="" />
      </p>
    </>
  );
}
