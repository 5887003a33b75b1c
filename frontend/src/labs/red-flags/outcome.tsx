// What the answers come to: a band and its chance, in words and on a line, and what it leaves out.
import { useEffect, useRef } from "preact/hooks";
import { Citation } from "../../player/citation.tsx";
import { useLab } from "../frame/use-lab.ts";
import { inThousand } from "../parts/people.ts";
import { Scale } from "../parts/scale.tsx";
import type { Data, State } from "./data.ts";
import { Guess, GuessTally } from "./guess.tsx";
import type { Answered, Situation } from "./situation.ts";

/** The guess, or the result. */
export function Outcome({ situation }: { readonly situation: Situation }) {
  const { state, say } = useLab<Data, State>();
  const { result, setting, guesses } = situation;
  const [lead, rest] = inWords(situation);
  const words = `${lead} ${rest}`;
  const hidden = result !== null && !state.revealed;
  const sentence = useRef<HTMLParagraphElement>(null);
  const wasHidden = useRef(hidden);
  useEffect(() => {
    // The pressed button is gone: whoever came by keyboard, or hears the page, goes on at the result.
    if (wasHidden.current && !hidden) sentence.current?.focus();
    else say(hidden ? "Your guess is asked for first." : words);
    wasHidden.current = hidden;
  }, [hidden, words, say]);
  if (hidden) return <Guess situation={situation} />;
  return (
    <div class="rf-outcome">
      <p class="rf-outcome-says" ref={sentence} tabIndex={-1}>
        {lead}
      </p>
      {rest && <p>{rest}</p>}
      <Scale
        says={`On a line of probabilities: ${lead}`}
        start={situation.prior}
        band={result?.band ?? null}
        reach={situation.reach}
      />
      {setting.clock && (
        <p class="rf-caution">
          {setting.clock}
          {setting.clock_evidence?.map((entry) => (
            <Citation key={entry} entry={entry} text="" />
          ))}
        </p>
      )}
      <Limits situation={situation} />
      <GuessTally guesses={guesses} />
    </div>
  );
}

/** The result in words: where it leads, and how far that may be wrong; several answers are never given as one number. */
export function inWords({ prior, result, reach, counted, answered, overRange }: Situation): [string, string] {
  const start = `${inThousand(prior)} in 1,000`;
  if (result === null) {
    const silence = "The studies can’t say what that answer does.";
    return [`${answered.length > 0 ? `${silence} ` : ""}People start at ${start}.`, ""];
  }
  const [low, high] = result.band.map(inThousand);
  const [only] = counted;
  const strongest = counted[result.strongest];
  const lead =
    counted.length === 1
      ? `From ${start} to about ${low} in 1,000, after ${only && told(only)}.`
      : low === high
        ? `From ${start} to about ${low} in 1,000, after ${counted.length} answers.`
        : `From ${start} to somewhere between ${low} and ${high} in 1,000.`;
  const ends =
    counted.length > 1 && strongest
      ? `${told(strongest)} alone gives ${inThousand(result.alone.value)}, all ${counted.length} multiplied ${inThousand(result.independent.value)}. `
      : "";
  const chance = reach
    ? `${counted.length > 1 ? "With the ratios’ own 95% intervals" : "By the ratio’s own 95% interval"} it is anything from ${inThousand(reach[0])} to ${inThousand(reach[1])}.`
    : "No interval can be given: it may lie far from there.";
  const range = overRange
    ? ` And from the lowest and the highest start reported for this setting: ${inThousand(overRange[0])} to ${inThousand(overRange[1])}.`
    : "";
  return [lead, `${ends}${chance}${range}`];
}

function told({ flag, answer }: Answered): string {
  return `“${flag.label}: ${answer}”`;
}

/** What a reader must not make of it. */
function Limits({ situation: { answered, counted, measured, setting } }: { readonly situation: Situation }) {
  const { data } = useLab<Data, State>();
  const silent = answered.filter(({ ratio }) => ratio === null);
  const bare = counted.filter(({ ratio }) => ratio.low === null);
  const borrowed = counted.filter((one) => one.borrowed);
  return (
    <ul class="rf-limits">
      {counted.length > 1 && (
        <li class="rf-caution">
          <b>These answers may travel together.</b> Multiplying takes each for news, and that is probably the
          exception
          <Citation entry={data.dependence} text="" />. Read the band, and hold even its ends loosely.
        </li>
      )}
      {measured.map(({ says, evidence }) => (
        <li key={evidence}>
          {says}
          <Citation entry={evidence} text="" />
        </li>
      ))}
      {borrowed.length > 0 && (
        <li class="rf-caution">
          <b>Borrowed.</b> {list(borrowed)}: measured in the {data.populations.clinic}, not in people of “
          {setting.label.toLowerCase()}”.
        </li>
      )}
      {counted.flatMap(({ accuracy: { limit, entry } }) =>
        limit
          ? [
              <li key={entry} class="rf-caution">
                {limit}
                <Citation entry={entry} text="" />
              </li>,
            ]
          : [],
      )}
      {bare.length > 0 && (
        <li class="rf-caution">
          <b>No interval.</b> {list(bare)}: the register gives none, so the true uncertainty is larger than
          the line.
        </li>
      )}
      {silent.map(({ flag, answer, accuracy: { counts, entry } }) => (
        <li key={flag.id} class="rf-caution">
          <b>Not counted.</b> {flag.label}: {answer}.{" "}
          {counts &&
            `None of the ${counts[0] + counts[2]} people with cancer in that study gave this answer; with so few, no ratio can be given.`}
          <Citation entry={entry} text="" />
        </li>
      ))}
    </ul>
  );
}

function list(answered: readonly Answered[]): string {
  return answered.map(({ flag }) => flag.label).join(", ");
}
