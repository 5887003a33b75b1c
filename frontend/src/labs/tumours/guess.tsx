// "Which of these fits?": a picture of a few cells, a guess, and then the cells that decide.
import { useEffect } from "preact/hooks";
import { parts } from "../../clinical/sifting.ts";
import { useSurroundings } from "../../player/context.ts";
import { Phrase } from "../../player/rich.tsx";
import { useLab } from "../frame/use-lab.ts";
import { Cards } from "./cards.tsx";
import { Cell } from "./cell.tsx";
import { answersOf, CELL_OF, type Data, inWords, type Round, type Row, rowOf, type State } from "./data.ts";

export function WhichFits() {
  const { prefix } = useSurroundings();
  const { data, state, set, say } = useLab<Data, State>();
  const place = Number.isInteger(state.round) ? Math.abs(state.round) % data.rounds.length : 0;
  const round = data.rounds[place];
  const answers = answersOf(data, state);
  const guess = round && answers.get(round.answer);
  const right = [...answers].filter(([answer, given]) => answer === given).length;
  const tally = `${right} of ${answers.size} right so far, of ${data.rounds.length} pictures.`;
  const told =
    round && guess
      ? `${guess === round.answer ? "Yes" : "No"}: ${rowOf(data, round.answer).name}. ${round.why}`
      : "";
  useEffect(() => {
    if (told) say(told);
  }, [told, say]);
  if (round === undefined) return null;
  return (
    <div class="rf-tumours-guess">
      <p id={`${prefix}-picture`}>
        <strong>
          Picture {place + 1} of {data.rounds.length}.
        </strong>{" "}
        Everything that you are told stands in one row of the table. Which of the four is it?
      </p>
      <ul class="rf-tumours-clues">
        {round.clues.map((clue) => (
          <li key={clue}>
            <strong>{nameOf(data, clue)}:</strong> <Clue row={rowOf(data, round.answer)} clue={clue} />
          </li>
        ))}
      </ul>
      <div class="rf-tumours-options" role="group" aria-labelledby={`${prefix}-picture`}>
        {round.options.map((id) => (
          <button
            key={id}
            type="button"
            class="rf-button"
            aria-pressed={guess === id}
            aria-disabled={guess !== undefined}
            onClick={() => {
              if (guess === undefined)
                set({ answers: { ...Object.fromEntries(answers), [round.answer]: id } });
            }}
          >
            {rowOf(data, id).name}
            {guess === id && " (your guess)"}
          </button>
        ))}
      </div>
      {told && (
        <>
          <p class="rf-tumours-told">{told}</p>
          <Decides round={round} />
          <p>{tally}</p>
        </>
      )}
      <p class="rf-tumours-next">
        {place > 0 && (
          <button type="button" class="rf-quiet" onClick={() => set({ round: place - 1 })}>
            Picture before
          </button>
        )}
        {place + 1 < data.rounds.length && (
          <button type="button" class="rf-button" onClick={() => set({ round: place + 1 })}>
            Next picture
          </button>
        )}
      </p>
    </div>
  );
}

function nameOf(data: Data, clue: string): string | undefined {
  return data.cells[clue] ?? data.choices.find(({ kind }) => kind === clue)?.label;
}

/** A clue without its citations, which would name the tumour; they come with the answer. */
function Clue({ row, clue }: { readonly row: Row; readonly clue: string }) {
  const { data } = useLab<Data, State>();
  const text = row.cells[clue];
  return text ? <Phrase text={text} plain /> : <span>{inWords(data, clue, row.marks[clue] ?? [])}</span>;
}

/** The whole cells of all four, those that decide marked. */
function Decides({ round }: { readonly round: Round }) {
  const { data } = useLab<Data, State>();
  const answer = rowOf(data, round.answer);
  const decides = round.decides.map((clue) => nameOf(data, clue)?.toLowerCase()).join(" and ");
  return (
    <Cards
      caption={`What the table has on these four. What decides here: ${decides}.`}
      head={["Type", ...round.clues.map((clue) => nameOf(data, clue) ?? clue)]}
      rows={round.options.map((id) => {
        const row = rowOf(data, id);
        return {
          key: id,
          name: id === round.answer ? `${row.name} (this one)` : row.name,
          cells: round.clues.map((clue) => (
            <>
              <b class="rf-tumours-stands">{stands(answer, row, clue)}</b> <Said row={row} clue={clue} />
            </>
          )),
        };
      })}
    />
  );
}

/** The cell behind a clue; where it lies is a heading of the table, not a cell. */
function Said({ row, clue }: { readonly row: Row; readonly clue: string }) {
  const { data } = useLab<Data, State>();
  const cell = CELL_OF[clue] ?? clue;
  if (clue === "compartments") return <span>{inWords(data, clue, row.marks[clue] ?? [])}</span>;
  return <Cell row={row} cell={cell} />;
}

function stands(answer: Row, row: Row, clue: string): string {
  if (row === answer) return "Fits.";
  if (answer.cells[clue] !== undefined)
    return row.cells[clue] === undefined ? "Can’t say." : "Says otherwise.";
  const found = parts(answer.marks[clue] ?? [], row.marks[clue] ?? []);
  if (clue === "signs" && found === "differ") return "Not named.";
  return { same: "Fits too.", overlap: "Fits in part.", differ: "Usual elsewhere.", unsaid: "Can’t say." }[
    found
  ];
}
