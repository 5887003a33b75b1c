// What the pain is like: press what somebody says of it, and read which kinds that speaks for.
import { useEffect } from "preact/hooks";
import { Citation } from "../../player/citation.tsx";
import { useSurroundings } from "../../player/context.ts";
import { useLab } from "../frame/use-lab.ts";
import { type Data, readState, type State } from "./data.ts";

export function Kinds() {
  const { prefix } = useSurroundings();
  const { data, state, set, say } = useLab<Data, State>();
  const { changes } = readState(data, state);
  const said = data.changes.filter(({ id }) => changes.includes(id));
  const lit = data.kinds.filter(({ id }) => said.some(({ kinds }) => kinds.includes(id)));
  const names = lit.map(({ label }) => label.toLowerCase()).join(" and ");
  const words =
    said.length === 0
      ? "Nothing is pressed."
      : names
        ? `This speaks for ${names} pain.`
        : "This speaks for no one kind of pain.";
  useEffect(() => say(words), [words, say]);
  const press = (id: string) =>
    set({ changes: changes.includes(id) ? changes.filter((one) => one !== id) : [...changes, id] });
  return (
    <div class="rf-pain-kinds">
      <p class="rf-pain-head" id={`${prefix}-said`}>
        What do they say of the pain? Press all that fits.
      </p>
      <div class="rf-pain-buttons" role="group" aria-labelledby={`${prefix}-said`}>
        {data.changes.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class="rf-button"
            aria-pressed={changes.includes(id)}
            onClick={() => press(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <p class="rf-outcome-says">{words}</p>
      <ul class="rf-pain-four">
        {data.kinds.map(({ id, label, says, evidence }) => {
          const isLit = lit.some((one) => one.id === id);
          return (
            <li key={id} class={isLit ? "rf-pain-lit" : undefined}>
              <b>{label}</b>
              {isLit && <span class="rf-pain-fits">spoken for</span>}
              <p>
                {says}
                <Cited evidence={evidence} />
              </p>
            </li>
          );
        })}
      </ul>
      <dl class="rf-pain-words">
        {said.map(({ id, label, says, evidence, clock, clock_evidence }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {says}
              <Cited evidence={evidence} />
              {clock && (
                <>
                  {" "}
                  <strong>With cancer now or ever: call {clock}</strong> (NICE NG234, as quoted).
                  <Cited evidence={clock_evidence} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="rf-lab-note">
        The kinds tell what such pain is like. They don’t tell who has a tumour, and one person can have
        several.
      </p>
    </div>
  );
}

/** The register's marks of several entries. */
export function Cited({ evidence }: { readonly evidence: readonly string[] }) {
  return (
    <>
      {evidence.map((entry) => (
        <Citation key={entry} entry={entry} text="" />
      ))}
    </>
  );
}
