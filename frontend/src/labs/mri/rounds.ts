// The games' pictures: drawn by lot from the number of the round, so that the same round is the same everywhere.
import { uniforms } from "../../clinical/draws.ts";
import type { Scan } from "../../clinical/mri.ts";
import { type Lesion, LEVELS, middleOf, numberOf, PITCH, type Scene } from "../../clinical/phantom.ts";
import type { Field, Preset } from "../parts/scan/tissues.ts";

/** A spine with a deposit, or with none, among things that look like one. */
export interface Spine {
  readonly scene: Scene;
  /** The vertebra with the deposit; null where there is none. */
  readonly deposit: number | null;
  readonly isSclerotic: boolean;
  readonly haemangioma: number;
  /** The vertebra above the disc that has oedema on both sides; null where there is none. */
  readonly worn: number | null;
}

/** A round's own numbers from 0 to 1. */
function lots(round: number): () => number {
  const drawn = uniforms(7919 * (round + 1), 32);
  let next = 0;
  return () => drawn[next++] ?? 0;
}

const pick = (lot: number, count: number) => Math.min(count - 1, Math.floor(lot * count));

/** The spine of a round. */
export function spineOf(round: number): Spine {
  const lot = lots(round);
  const order = [...LEVELS.keys()]
    .map((level) => [lot(), level] as const)
    .sort(([one], [other]) => one - other)
    .map(([, level]) => level);
  const [ill = 0, haemangioma = 1] = order;
  const deposit = lot() < 0.8 ? ill : null;
  const isSclerotic = lot() < 0.3;
  const wornAt = pick(lot(), LEVELS.length - 1);
  const isClear = [deposit, haemangioma].every((level) => level !== wornAt && level !== wornAt + 1);
  const worn = isClear && lot() < 0.8 ? wornAt : null;
  const between = (low: number, high: number) => low + (high - low) * lot();
  const lesions: Lesion[] = [
    {
      tissue: numberOf("haemangioma"),
      at: [0, between(-6, 4), middleOf(haemangioma) + between(-2, 2)],
      size: [7, 7, 6],
      breaks_out: false,
    },
  ];
  if (deposit !== null) {
    lesions.push({
      tissue: numberOf(isSclerotic ? "sclerotic" : "metastasis"),
      at: [between(-3, 3), between(-4, 7), middleOf(deposit) + between(-3, 3)],
      size: [9, between(6, 9), between(6, 8)],
      breaks_out: false,
    });
  }
  if (worn !== null) {
    for (const side of [-3.5, 3.5]) {
      const at = [0, -2, middleOf(worn) + PITCH / 2 + side] as const;
      lesions.push({ tissue: numberOf("oedema"), at, size: [16, 12, 6], breaks_out: false });
    }
  }
  const scene = { lesions, dry: worn === null ? [] : [worn], pushed_at: 0, pushed: 0 };
  return { scene, deposit, isSclerotic, haemangioma, worn };
}

/** Pictures that the game of sequences asks for. */
export const SEQUENCES = ["t1", "t2", "stir", "contrast-fs", "opposed"] as const;

/** The picture of a round: which settings, a little off the usual ones, at which field. */
export function sequenceOf(
  presets: readonly Preset[],
  round: number,
): { readonly preset: Preset; readonly field: Field; readonly scan: Scan } {
  const lot = lots(round + 1000);
  const asked = presets.filter(({ id }) => SEQUENCES.includes(id as never));
  const preset = asked[pick(lot(), asked.length)] ?? asked[0];
  if (preset === undefined) throw new Error("the explorer has no settings to ask for");
  const field = lot() < 0.5 ? "1.5" : "3";
  const usual = preset.scan[field];
  // An echo of fat and water is what it is by its time alone.
  const off = (value: number) => (usual.shift > 0 ? value : Math.round(value * (0.85 + 0.3 * lot())));
  return { preset, field, scan: { ...usual, tr: off(usual.tr), te: off(usual.te) } };
}
