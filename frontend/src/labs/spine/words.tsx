// The same in words: what the cut finds, what may fail, and the table of all bones.
import { Fragment } from "preact";
import { type Compartment, grade, type Room } from "../../clinical/spine.ts";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import { type Data, expected, type Level } from "./data.ts";

/** What the drawn tumour does, in a few words. */
export function stage(level: Level, compartment: Compartment, cut: Room): string {
  const held = level.inside === "roots" ? "roots" : "cord";
  if (compartment === "intramedullary") {
    if (level.inside === "roots") return "no cord to grow in";
    if (!cut.pressed) return "within the cord, its shape unchanged";
    return cut.fluid ? "swells the cord" : "swells the cord until no fluid is left around it";
  }
  if (cut.pressed) {
    if (held === "roots") return cut.fluid ? "crowds the roots" : "crowds the roots, little fluid left";
    return cut.fluid ? "flattens the cord" : "flattens the cord, no fluid left around it";
  }
  if (cut.touched) return `touches the ${held}`;
  if (compartment === "intradural") return "in the fluid, touching nothing";
  if (cut.dented) return "dents the sac";
  return cut.epidural ? "out of the bone, the sac round" : "in the bone";
}

interface Props {
  readonly data: Data;
  readonly level: Level;
  readonly compartment: Compartment;
  readonly cut: Room;
}

/** The list: what the picture shows, and what the register expects of it. */
export function Words({ data, level, compartment, cut }: Props) {
  const room = data.compartments.find(({ id }) => id === compartment);
  const isEmpty = compartment === "intramedullary" && level.inside === "roots";
  const found = expected(data.findings, level, compartment, cut);
  return (
    <dl class="rf-spine-words">
      <dt>At {level.id}</dt>
      <dd>
        {level.says}
        <Cited evidence={level.evidence} />
      </dd>
      <dt>{room?.label}</dt>
      <dd>
        {isEmpty ? data.empty.says : room?.says}
        <Cited evidence={(isEmpty ? data.empty : room)?.evidence ?? []} />
      </dd>
      {compartment === "extradural" && level.inside === "cord" && <Grade grades={data.grades} cut={cut} />}
      {cut.pressed && <Lit data={data} level={level} />}
      {found.map((finding) => (
        <Fragment key={finding.heading}>
          <dt>{finding.heading}</dt>
          <dd>
            {finding.says}
            <Cited evidence={finding.evidence} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Grade({ grades, cut }: { readonly grades: Data["grades"]; readonly cut: Room }) {
  const id = grade(cut);
  const dispute = grades.disputes[id];
  return (
    <>
      <dt>On a scan</dt>
      <dd>
        Drawn so, it would be grade {id} of epidural compression (ESCC): {lower(grades.labels[id] ?? "")}.
        <Cited evidence={[grades.entry]} />
        {dispute && (
          <>
            {" "}
            {dispute.says}
            <Cited evidence={dispute.evidence} />
          </>
        )}
      </dd>
    </>
  );
}

/** Key points and muscles that may fail, by name. */
function Lit({ data, level }: { readonly data: Data; readonly level: Level }) {
  const places = level.points.map((one) => `${data.points[one]?.name} ${data.points[one]?.place}`);
  const muscles = level.muscles.map((one) => `${one} ${data.muscles[one]}`);
  return (
    <>
      <dt>Marked on the body</dt>
      <dd>
        Feeling may fail at {places.join(", ")}.
        <Cited evidence={[data.points_entry]} />
        {muscles.length > 0 && ` Key muscles: ${muscles.join(", ")}.`}
      </dd>
    </>
  );
}

/** Every bone with what lies behind it. */
export function Bones({ data }: { readonly data: Data }) {
  return (
    <details class="rf-folded">
      <summary>All bones in a table</summary>
      <DataTable
        caption="Bone by bone: what lies behind it, and what may fail from there down"
        head={[
          "Bone",
          "Segments of the cord",
          "First key point from there down",
          "Key muscles from there down",
        ]}
        rows={data.levels.map((level) => {
          const first = data.points[level.points[0] ?? ""];
          return [
            level.id,
            <>
              {level.segments.join(", ") || (level.inside === "roots" ? "none: roots" : "not read")}
              <Cited
                evidence={level.evidence.slice(0, level.segments.length || level.inside === "roots" ? 1 : 0)}
              />
            </>,
            `${first?.name} ${first?.place}`,
            level.muscles.map((one) => `${one} ${data.muscles[one]}`).join(", ") || "not told apart here",
          ];
        })}
      />
    </details>
  );
}

function Cited({ evidence }: { readonly evidence: readonly string[] }) {
  return (
    <>
      {evidence.map((entry) => (
        <Citation key={entry} entry={entry} text="" />
      ))}
    </>
  );
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
