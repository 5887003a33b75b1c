// What is kept of one case: the run that is played, earlier ones, and what was ticked in the debrief.
import type { Model } from "../player/model.ts";
import { unkept } from "../player/unkept.ts";
import type { PlayableCase } from "../simulation/case.ts";
import { answerOf } from "../simulation/marks.ts";
import { replay, undone } from "../simulation/replay.ts";
import { type Entry, initial, type Log, type State } from "../simulation/state.ts";
import { step } from "../simulation/step.ts";
import { readLog } from "./replay-file.ts";

/** The final probability of the first run that was finished, and what it was: for the Brier score over cases. */
export interface Finished {
  /** Per cent. */
  readonly p: number;
  readonly cancer: boolean;
  /** ISO date and time. */
  readonly at: string;
}

/** Enough to compare; more would only fill the device. */
const MOST_OTHERS = 20;

interface Kept {
  readonly hash: string;
  /** Missing until the case is begun. */
  readonly log?: Log;
  readonly others: readonly Log[];
  readonly ticks: readonly number[];
  readonly finished?: Finished;
}

/** Reads, changes and saves the runs of a case. */
export class Runs {
  readonly patient: PlayableCase;
  /** Whether acts can be taken back. */
  readonly undoes: boolean;
  readonly #model: Model;
  readonly #listeners = new Set<() => void>();
  #kept: Kept;
  #state: State;
  #saved: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(model: Model, patient: PlayableCase) {
    this.patient = patient;
    this.undoes = model.get("undo") !== false;
    this.#model = model;
    this.#kept = this.#read();
    this.#state = replay(patient, this.log ?? []);
    model.on("change:state", this.#changedOutside);
    model.on("change:keeps", this.#notify);
  }

  /** What to say where the home can't keep a run beyond this view. */
  get unkept(): string | null {
    return unkept(this.#model);
  }

  /** Null until the case is begun. */
  get log(): Log | null {
    return this.#kept.log ?? null;
  }

  get state(): State {
    return this.#state;
  }

  /** Earlier runs, the oldest first. */
  get others(): readonly Log[] {
    return this.#kept.others;
  }

  get ticks(): readonly number[] {
    return this.#kept.ticks;
  }

  get finished(): Finished | null {
    return this.#kept.finished ?? null;
  }

  /** What finished cases on this device came to, this one among them; only this one where the home knows no others. */
  async allFinished(): Promise<Finished[]> {
    const ask = this.#model.get("finished") as (() => Promise<unknown[]>) | undefined;
    const all = ask === undefined ? [this.finished] : await ask();
    return all.filter(isFinished);
  }

  /** A run of an earlier version of the case, as it was stored; null when there is none. */
  get older(): { readonly hash: string; readonly log: readonly unknown[] } | null {
    const { hash, log } = this.#stored();
    if (typeof hash !== "string" || hash === this.patient.hash || !Array.isArray(log)) return null;
    return { hash, log };
  }

  /** Begins, or begins again; what was played is kept among the earlier runs. */
  begin(): void {
    this.open([]);
  }

  /** Plays on from another log; what was played is kept. */
  open(log: Log): void {
    const others = this.log === null || this.log.length === 0 ? this.others : [...this.others, this.log];
    this.#state = replay(this.patient, log);
    this.#put({ log, others: others.slice(-MOST_OTHERS) });
  }

  /** Shows an earlier run; the present one takes its place. */
  swap(place: number): void {
    const log = this.others[place];
    if (log === undefined) return;
    const others = this.others.toSpliced(place, 1, ...(this.log === null ? [] : [this.log]));
    this.#state = replay(this.patient, log);
    this.#put({ log, others });
  }

  /** Does one thing. */
  act(entry: Entry): void {
    this.#state = step(this.patient, this.#state, entry);
    const log = [...(this.log ?? []), entry];
    const { final } = this.#state.stages;
    const finished = final && {
      p: final.cancer,
      cancer: answerOf(this.patient).cancer,
      at: new Date().toISOString(),
    };
    this.#put({ log, ...(finished && { finished: this.finished ?? finished }) });
  }

  /** Takes back the last act. */
  undo(): void {
    const log = undone(this.patient, this.log ?? []);
    this.#state = replay(this.patient, log);
    this.#put({ log });
  }

  /** Ticks a feature of one's own sentence, or takes the tick away. */
  tick(feature: number): void {
    const others = this.ticks.filter((other) => other !== feature);
    const ticks = others.length < this.ticks.length ? others : [...others, feature].toSorted((a, b) => a - b);
    this.#put({ ticks });
  }

  /** Forgets everything of this case. */
  forget(): void {
    this.#kept = blank(this.patient);
    this.#state = initial(this.patient);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save({});
    this.#notify();
  }

  /** Calls back after every change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Saves now what waits to be saved. */
  readonly flush = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save(this.#kept);
  };

  /** Saves what waits and lets go of the model. */
  close(): void {
    this.flush();
    this.#model.off("change:state", this.#changedOutside);
    this.#model.off("change:keeps", this.#notify);
    this.#listeners.clear();
  }

  #put(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#notify();
    // After the click's own work; what is done in the same turn is saved once.
    this.#timer ??= setTimeout(this.flush);
  }

  #save(state: unknown): void {
    this.#saved = state;
    this.#model.set("state", state);
    this.#model.save_changes();
  }

  #stored(): Record<string, unknown> {
    const state = this.#model.get("state");
    return typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
  }

  #read(): Kept {
    const { hash, log, others, ticks, finished } = this.#stored();
    const empty = blank(this.patient);
    if (hash !== this.patient.hash) return empty;
    const own = this.#logs([log])[0];
    return {
      ...empty,
      ...(own && { log: own }),
      others: this.#logs(Array.isArray(others) ? others : []),
      ticks: Array.isArray(ticks) ? ticks.filter((each) => Number.isInteger(each)) : [],
      ...(isFinished(finished) && { finished }),
    };
  }

  /** Those that can be played: what is stored may be damaged. */
  #logs(raw: readonly unknown[]): Log[] {
    return raw.flatMap((log) => {
      try {
        return [readLog(this.patient, log)];
      } catch {
        return [];
      }
    });
  }

  readonly #changedOutside = (): void => {
    if (this.#model.get("state") === this.#saved) return;
    this.#kept = this.#read();
    this.#state = replay(this.patient, this.log ?? []);
    this.#notify();
  };

  readonly #notify = (): void => {
    for (const listener of this.#listeners) listener();
  };
}

function blank({ hash }: PlayableCase): Kept {
  return { hash, others: [], ticks: [] };
}

function isFinished(raw: unknown): raw is Finished {
  if (typeof raw !== "object" || raw === null) return false;
  const { p, cancer, at } = raw as Record<string, unknown>;
  return Number.isInteger(p) && typeof cancer === "boolean" && typeof at === "string";
}
