// What to keep: management with its sources, what others would add, what is not known.
import { useSurroundings } from "../../player/context.ts";
import { Heading } from "../../player/heading.tsx";
import { Phrase, Rich } from "../../player/rich.tsx";
import { type PlayableCase, VOICES } from "../../simulation/case.ts";

const WHO = {
  nurse: "A nurse would add",
  radiologist: "A radiologist would add",
  oncologist: "An oncologist would add",
  surgeon: "A surgeon would add",
  physiotherapist: "A physiotherapist would add",
  gp: "A general practitioner would add",
};

/** The end of the debrief. */
export function Keep({ patient }: { readonly patient: PlayableCase }) {
  const { prefix, level } = useSurroundings();
  const { debrief, objectives } = patient;
  const id = `${prefix}-keep`;
  return (
    <>
      <Heading level={level + 1} id={id} class="rf-pt-title">
        What matters in managing it
      </Heading>
      <ol class="rf-pt-points">
        {debrief.points.map((point, place) => (
          <li key={place}>
            <Phrase text={point} />
          </li>
        ))}
      </ol>
      <Heading level={level + 1} id={`${id}-voices`} class="rf-pt-title">
        Other eyes
      </Heading>
      <div class="rf-pt-two">
        {VOICES.flatMap((voice) => {
          const says = debrief[voice];
          return says === null
            ? []
            : [
                <div key={voice}>
                  <p class="rf-pt-kind">{WHO[voice]}</p>
                  <Rich text={says} />
                </div>,
              ];
        })}
      </div>
      <Heading level={level + 1} id={`${id}-unknown`} class="rf-pt-title">
        What is not known
      </Heading>
      <div class="rf-pt-prose">
        <Rich text={debrief.unknown} />
      </div>
      <details class="rf-folded">
        <summary>What this case is for</summary>
        <ul class="rf-pt-points">
          {Object.values(objectives).map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
