// Certainty against how right one was: a sentence, a small chart, and its table.
import { levels, meaning, type Sure } from "./calibration.ts";
import { percent, plural } from "./words.ts";

const WIDTH = 300;
const HEIGHT = 188;
/** Between lines of words. */
const LINE = 15;
const BOTTOM = 150;
const LEFT = 44;
const STEP = (WIDTH - LEFT) / 3;

function y(fraction: number): number {
  return BOTTOM - fraction * (BOTTOM - 10);
}

/** Words in two lines, so that they fit under and over their band with letters of 12 px on a phone. */
function Lines({
  x,
  top,
  words,
}: {
  readonly x: number;
  readonly top: number;
  readonly words: readonly string[];
}) {
  return words.map((line, place) => (
    <text key={line} x={x} y={top + place * LINE} text-anchor="middle">
      {line}
    </text>
  ));
}

/** Nothing until some answer has a certainty. */
export function CertaintyReport({ outcomes }: { readonly outcomes: readonly Sure[] }) {
  const all = levels(outcomes);
  if (all.every(({ count }) => count === 0)) return null;
  return (
    <div class="rf-calibration">
      <p class="rf-errors-title">Did you know what you know?</p>
      <p>{meaning(all)}</p>
      {/* The table beside it says the same. */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[0, 0.5, 1].map((fraction) => (
          <g key={fraction}>
            <path class="rf-grid" d={`M${LEFT} ${y(fraction)}H${WIDTH}`} />
            <text x={LEFT - 6} y={y(fraction) + 4} text-anchor="end">
              {percent(fraction)}
            </text>
          </g>
        ))}
        {all.map(({ certainty, words, low, high, count, mean }, place) => {
          const x = LEFT + place * STEP;
          return (
            <g key={certainty}>
              <rect class="rf-band" x={x + 8} y={y(high)} width={STEP - 16} height={y(low) - y(high)} />
              {mean !== null && (
                <>
                  <circle cx={x + STEP / 2} cy={y(mean)} r="5" />
                  <Lines
                    x={x + STEP / 2}
                    top={y(mean) + (mean > 0.8 ? 20 : -10 - LINE)}
                    words={[percent(mean), plural(count, "answer")]}
                  />
                </>
              )}
              <Lines x={x + STEP / 2} top={BOTTOM + 18} words={words.split(/ (?=\d+\D*$)/)} />
            </g>
          );
        })}
      </svg>
      <table class="rf-table">
        <caption>How sure you were, and how right</caption>
        <thead>
          <tr>
            <th scope="col">You said</th>
            <th scope="col">Answers</th>
            <th scope="col">Right on average</th>
            <th scope="col">Well judged would be</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ certainty, words, low, high, count, mean }) => (
            <tr key={certainty}>
              <th scope="row">
                {certainty} · {words}
              </th>
              <td>{count}</td>
              <td>{mean === null ? "–" : percent(mean)}</td>
              <td>
                {percent(low)} to {percent(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
