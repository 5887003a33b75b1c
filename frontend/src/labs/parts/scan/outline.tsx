// A note on a picture: a ring around what is wrong, with its name.
import { along, type Lesion, TISSUES } from "../../../clinical/phantom.ts";
import { pointOf, type Slice } from "./slice.ts";

const NAMES: Readonly<Record<string, string>> = {
  metastasis: "deposit",
  sclerotic: "deposit",
  haemangioma: "haemangioma",
  oedema: "oedema",
};
/** Free space around what is ringed, in points. */
const ROOM = 3;

interface Props {
  readonly slice: Slice;
  readonly lesion: Lesion;
}

/** Nothing where the slice does not meet it. */
export function Outline({ slice: { plane }, lesion: { tissue, at, size } }: Props) {
  const axis = plane.kind === "sagittal" ? 0 : 2;
  if (Math.abs(plane.at - at[axis]) >= size[axis]) return null;
  const place = [at[0], at[1] + along(at[2]), at[2]] as const;
  const [column, row] = pointOf(plane, place);
  const [right, below] = pointOf(plane, [place[0] + size[0], place[1] + size[1], place[2] + size[2]]);
  const [wide, tall] = [Math.abs(right - column) + ROOM, Math.abs(below - row) + ROOM];
  return (
    <>
      <ellipse class="rf-scan-ring" cx={column} cy={row} rx={wide} ry={tall} />
      <text class="rf-scan-label" x={column + wide + 3} y={row + 4}>
        {NAMES[TISSUES[tissue] ?? ""]}
      </text>
    </>
  );
}
