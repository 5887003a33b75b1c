// A compiled virtual patient under the names that the simulation and its player use.
import type { Experts, PlayableAction, PlayableCase } from "../generated/case.ts";

export type {
  Diagnosis,
  Ending,
  Finding,
  Kind,
  Neuro as Grade,
  Outcome,
  PlayableAction as Action,
  PlayableCase,
  PlayableUpdate as Update,
  Transition,
  When,
  Window,
  Worth as Value,
} from "../generated/case.ts";

/** The moments at which the learner ranks the differential and gives a probability of cancer. */
export const STAGES = ["opening", "bedside", "decision", "final"] as const satisfies (keyof Experts)[];

export type StageName = (typeof STAGES)[number];

/** Who adds a view in the debrief. */
export const VOICES = ["nurse", "radiologist", "oncologist", "surgeon", "physiotherapist", "gp"] as const;

/** The action of that id, if the case has it. */
export function actionOf(patient: PlayableCase, id: unknown): PlayableAction | undefined {
  return patient.actions.find((action) => action.id === id);
}
