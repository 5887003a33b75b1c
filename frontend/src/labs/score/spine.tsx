// The drawn spine of the instability score: each answer changes the drawing, and the last one is ringed.
import type { ComponentChildren } from "preact";
import type { Answers, Result, Score } from "../../clinical/score.ts";
import { useSurroundings } from "../../player/context.ts";
import { answerWords, spanWords } from "./words.ts";

/** Vertebrae from the head down, by region of the score (register entry INS-SINS-00): its id and how many. */
const COLUMN: readonly (readonly [region: string, blocks: number])[] = [
  ["junctional", 2],
  ["mobile", 4],
  ["junctional", 3],
  ["semirigid", 8],
  ["junctional", 3],
  ["mobile", 3],
  ["junctional", 2],
  ["rigid", 4],
];
/** First block of each part of the spine. */
const PARTS = new Map([
  [0, "C"],
  [7, "T"],
  [19, "L"],
  [24, "S"],
]);

/** Height of the middle body, drawn for the eye: the score itself knows no finer number. */
const HEIGHT: Readonly<Record<string, number>> = { gt50: 24, half: 32, lt50: 46 };
const FULL = 64;
/** How the upper vertebra stands over the lower one. */
const STANDS: Readonly<Record<string, string>> = {
  subluxation: "translate(-26 0)",
  deformity: "rotate(-14 196 118)",
};

interface Props {
  readonly score: Score;
  readonly answers: Answers;
  readonly result: Result;
  /** Id of the question answered last. */
  readonly moved: string | null;
}

export function Spine({ score, answers, result, moved }: Props) {
  const { prefix } = useSurroundings();
  const id = `${prefix}-spine`;
  const words = score.questions.map((question) => `${question.label}: ${answerWords(question, answers)}`);
  const collapse = String(answers.collapse ?? "");
  const height = HEIGHT[collapse] ?? FULL;
  const drop = FULL - height;
  const ring = (name: string, shape: ComponentChildren) =>
    moved === name && (
      <g fill="none" stroke="var(--rf-flag)" stroke-width="3" stroke-dasharray="6 4">
        {shape}
      </g>
    );
  return (
    <figure class="rf-score-spine">
      <svg viewBox="0 0 360 330" role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{`A drawn spine that follows the answers. ${words.join(". ")}.`}</title>
        <defs>
          <pattern
            id={`${id}-hatch`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="8" height="8" fill="var(--rf-tumour)" />
            <line y2="8" stroke="var(--rf-card)" stroke-width="3" />
          </pattern>
        </defs>
        <Column region={answers.location ?? null} />
        {ring("location", <rect x="4" y="6" width="66" height="318" rx="8" />)}
        <g transform="translate(-38 0)">
          <g stroke="var(--rf-on-tissue)" stroke-width="1.6" stroke-linejoin="round">
            <g transform={`translate(0 ${drop})`}>
              <g transform={STANDS[String(answers.alignment ?? "")]}>
                <Vertebra top={54} height={FULL} />
              </g>
              <rect x="152" y="122" width="88" height="10" rx="5" fill="var(--rf-disc)" />
            </g>
            <Vertebra top={136 + drop} height={height} />
            <Tumour
              bone={String(answers.bone ?? "")}
              isLarge={collapse === "involved" || height < FULL}
              top={136 + drop}
              height={height}
              hatch={`url(#${id}-hatch)`}
            />
            <rect x="152" y="204" width="88" height="10" rx="5" fill="var(--rf-disc)" />
            <Vertebra top={218} height={FULL} />
          </g>
          {ring("alignment", <rect x="112" y={46 + drop} width="140" height="84" rx="8" />)}
          {ring("collapse", <rect x="138" y={132 + drop} width="116" height={height + 8} rx="8" />)}
          {ring("bone", <rect x="138" y={132 + drop} width="116" height={height + 8} rx="8" />)}
          <Pain kind={String(answers.pain ?? "")} y={drop} />
          {ring("pain", <rect x="100" y="2" width="240" height="36" rx="8" />)}
        </g>
        <Behind sides={String(answers.posterolateral ?? "")} hatch={`url(#${id}-hatch)`} />
        {ring("posterolateral", <rect x="262" y="206" width="94" height="98" rx="8" />)}
        <text x="108" y="312" class="rf-score-small">
          front, from the side
        </text>
      </svg>
      <figcaption>
        Drawn by this course: it shows what was answered, not a person’s picture.
        {result.total && ` SINS ${spanWords(result.total)}.`}
      </figcaption>
    </figure>
  );
}

function Column({ region }: { readonly region: string | number | null }) {
  const blocks = COLUMN.flatMap(([name, count]) => Array.from({ length: count }, () => name));
  return (
    <g>
      {blocks.map((name, place) => (
        <rect
          key={place}
          x={name === region ? 26 : 30}
          y={14 + 10.5 * place}
          width={name === region ? 30 : 22}
          height="9"
          rx="2"
          fill={name === region ? "var(--rf-tumour)" : "var(--rf-bone)"}
          stroke="var(--rf-on-tissue)"
          stroke-width={name === region ? 2 : 0.8}
        />
      ))}
      {[...PARTS].map(([place, name]) => (
        <text key={name} x="8" y={23 + 10.5 * place} class="rf-score-small">
          {name}
        </text>
      ))}
    </g>
  );
}

/** A body from the side, and its arch behind it. */
function Vertebra({ top, height }: { readonly top: number; readonly height: number }) {
  const middle = top + height / 2;
  return (
    <g>
      <path
        d={`M 244 ${middle - 8} h 14 q 8 -16 18 -10 l 22 26 q 4 12 -10 8 l -24 -8 h -20 z`}
        fill="var(--rf-bone)"
      />
      <path
        d={`M 150 ${top} q 46 7 92 0 q -7 ${height / 2} 0 ${height} q -46 -7 -92 0 q 7 ${-height / 2} 0 ${-height} z`}
        fill="var(--rf-bone)"
      />
    </g>
  );
}

interface TumourProps {
  readonly bone: string;
  readonly isLarge: boolean;
  readonly top: number;
  readonly height: number;
  readonly hatch: string;
}

/** Lytic is a hole, blastic is dense bone, mixed is both; unknown is a dashed line. */
function Tumour({ bone, isLarge, top, height, hatch }: TumourProps) {
  const across = isLarge ? 36 : 24;
  const up = Math.min(height / 2 - 5, isLarge ? 24 : 16);
  const shape = { cx: 194, cy: top + height / 2, rx: across, ry: up };
  return (
    <>
      <ellipse
        {...shape}
        fill={bone === "lytic" || bone === "mixed" ? "var(--rf-card)" : bone === "blastic" ? hatch : "none"}
        stroke-dasharray={bone ? undefined : "4 4"}
      />
      {bone === "mixed" && (
        <ellipse cx={194 + across / 2} cy={shape.cy} rx={across / 2} ry={up * 0.8} fill={hatch} />
      )}
    </>
  );
}

function Pain({ kind, y }: { readonly kind: string; readonly y: number }) {
  const words = {
    mechanical: "hurts under load",
    nonmechanical: "hurts at times",
    none: "no pain",
    "": "pain: not known",
  }[kind];
  return (
    <g>
      {kind === "mechanical" && (
        <path
          d={`M 130 8 v ${28 + y} m -8 -10 l 8 12 l 8 -12`}
          fill="none"
          stroke="var(--rf-flag)"
          stroke-width="4"
        />
      )}
      <text x="150" y="25">
        {words}
      </text>
    </g>
  );
}

/** Both pedicles from behind: filled where replaced or broken. */
function Behind({ sides, hatch }: { readonly sides: string; readonly hatch: string }) {
  const left = sides === "bilateral" || sides === "unilateral";
  const right = sides === "bilateral";
  const dash = sides ? undefined : "4 4";
  return (
    <g stroke="var(--rf-on-tissue)" stroke-width="1.6">
      <rect x="272" y="222" width="76" height="54" rx="8" fill="var(--rf-bone)" />
      <circle cx="288" cy="246" r="11" fill={left ? hatch : "var(--rf-bone)"} stroke-dasharray={dash} />
      <circle cx="332" cy="246" r="11" fill={right ? hatch : "var(--rf-bone)"} stroke-dasharray={dash} />
      <path d="M 310 238 v 44" stroke-width="6" stroke-linecap="round" />
      <text x="354" y="298" text-anchor="end" class="rf-score-small" stroke="none">
        from behind
      </text>
    </g>
  );
}
