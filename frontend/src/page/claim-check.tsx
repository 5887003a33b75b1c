// Judging web claims: a verdict is picked before the register's is seen, and the page counts how often both agree.
import { render } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Changes, openState } from "./storage.ts";

const KEY = "claim-check";
const VERDICTS: readonly (readonly [string, string])[] = [
  ["supported", "Supported"],
  ["qualified", "True with a limit"],
  ["contradicted", "Contradicted"],
  ["unsupported", "No evidence found"],
];

/** Claim id -> the reader's verdict, by everything that listens. */
class Judgements {
  readonly #verdicts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  get(claim: string): string | undefined {
    return this.#verdicts.get(claim);
  }

  #save: (changes: Changes) => void = () => undefined;

  /** Reads what this device kept; without a data base the page starts empty. */
  async load(): Promise<void> {
    const [storage, state] = await openState(KEY);
    this.#read(Object.entries(state));
    this.#save = (changes) => void storage?.save(KEY, changes).catch(() => undefined);
    storage?.hear(KEY, (changes) => this.#read(changes));
  }

  put(claim: string, verdict: string | undefined): void {
    if (verdict === undefined) this.#verdicts.delete(claim);
    else this.#verdicts.set(claim, verdict);
    this.#notify();
    this.#save(new Map([[claim, verdict]]));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read(verdicts: Iterable<readonly [string, unknown]>): void {
    for (const [claim, verdict] of verdicts) {
      if (VERDICTS.some(([id]) => id === verdict)) this.#verdicts.set(claim, String(verdict));
      else this.#verdicts.delete(claim);
    }
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Puts a judge in front of each folded verdict of the page, and a count over each list. */
export function wireClaimChecks(page: ParentNode): void {
  const lists = page.querySelectorAll<HTMLElement>(".rf-check");
  if (lists.length === 0) return;
  const judgements = new Judgements();
  for (const list of lists) {
    const claims = [...list.querySelectorAll<HTMLElement>(".rf-claim")];
    for (const claim of claims) mountJudge(claim, judgements);
    const count = document.createElement("div");
    list.prepend(count);
    render(<Count claims={claims} judgements={judgements} />, count);
  }
  void judgements.load();
}

function mountJudge(claim: HTMLElement, judgements: Judgements): void {
  const fold = claim.querySelector("details");
  const words = claim.querySelector<HTMLElement>(".rf-claim-words");
  if (fold === null || words === null) return;
  const place = document.createElement("div");
  fold.before(place);
  const { claim: id = "", verdict = "" } = claim.dataset;
  words.id = `check-${id}`;
  const show = (open: boolean) => {
    fold.hidden = !open;
    fold.open = open;
  };
  render(<Judge {...{ id, verdict, judgements, show }} />, place);
}

interface JudgeProps {
  readonly id: string;
  readonly verdict: string;
  readonly judgements: Judgements;
  readonly show: (open: boolean) => void;
}

function Judge({ id, verdict, judgements, show }: JudgeProps) {
  const mine = useJudgement(judgements, id);
  const place = useRef<HTMLParagraphElement & HTMLFieldSetElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    show(mine !== undefined);
    // The pressed button is gone: whoever came by keyboard stays where the answer is.
    if (pressed.current) place.current?.focus();
    pressed.current = false;
  });
  const judge = (value: string | undefined) => {
    pressed.current = true;
    judgements.put(id, value);
  };
  if (mine === undefined) {
    return (
      <fieldset ref={place} tabIndex={-1} class="rf-judge" aria-labelledby={`check-${id}`}>
        <legend class="rf-judge-ask">Your verdict</legend>
        {VERDICTS.map(([value, name]) => (
          <button key={value} type="button" onClick={() => judge(value)}>
            {name}
          </button>
        ))}
      </fieldset>
    );
  }
  const name = VERDICTS.find(([value]) => value === mine)?.[1];
  return (
    <p ref={place} tabIndex={-1} class="rf-judged">
      You said: <b>{name}</b>.{" "}
      {mine === verdict ? "✓ So does the register." : "✗ The register says otherwise."}{" "}
      <button type="button" onClick={() => judge(undefined)}>
        Judge again
      </button>
    </p>
  );
}

function Count({ claims, judgements }: { claims: readonly HTMLElement[]; judgements: Judgements }) {
  const [, redraw] = useState(0);
  useLayoutEffect(() => judgements.subscribe(() => redraw((count) => count + 1)), [judgements]);
  const judged = claims.filter(({ dataset }) => judgements.get(dataset.claim ?? "") !== undefined);
  const agreed = judged.filter(({ dataset }) => judgements.get(dataset.claim ?? "") === dataset.verdict);
  return (
    <p class="rf-check-count" role="status">
      {judged.length === 0
        ? `${claims.length} claims. Judge each before you see what the register says.`
        : `${judged.length} of ${claims.length} judged; you and the register agree on ${agreed.length}.`}
    </p>
  );
}

function useJudgement(judgements: Judgements, id: string): string | undefined {
  const [mine, set] = useState(judgements.get(id));
  useLayoutEffect(() => judgements.subscribe(() => set(judgements.get(id))), [judgements, id]);
  return mine;
}
