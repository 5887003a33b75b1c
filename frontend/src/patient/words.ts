// How the player names what the simulation knows by letters and ids.
import type { Grade, Kind, StageName, Value } from "../simulation/case.ts";
import type { Pin } from "../simulation/state.ts";

export const KINDS: Readonly<Record<Kind, string>> = {
  history: "Ask",
  examination: "Examine",
  test: "Test",
  treatment: "Treat",
  communication: "Talk",
  disposition: "Decide",
};

export const VALUES: Readonly<Record<Value, string>> = {
  critical: "Critical",
  useful: "Useful",
  neutral: "Neutral",
  wasteful: "Wasteful",
  harmful: "Harmful",
};

export const PIN_WORDS: Readonly<Record<Pin, string>> = {
  for: "For",
  against: "Against",
  unknown: "Unclear",
};

export const STAGE_WORDS: Readonly<Record<StageName, string>> = {
  opening: "First sight",
  bedside: "Bedside",
  decision: "Decision",
  final: "Final",
};

/** The ASIA impairment scale in a few words; a player never shows it before the debrief. */
export const GRADES: Readonly<Record<Grade, string>> = {
  A: "no feeling or movement in the lowest segments",
  B: "feeling, but no movement",
  C: "movement, mostly too weak to lift against gravity",
  D: "movement, mostly strong enough to lift against gravity",
  E: "normal strength and feeling",
};

/** What speaks for or against a diagnosis, from -2 to 2. */
export const WEIGHT_SIGNS = ["−−", "−", "0", "+", "++"] as const;
export const WEIGHT_WORDS = [
  "strongly against",
  "against",
  "neither for nor against",
  "for",
  "strongly for",
] as const;
