// The patients who were seen, and how good the probabilities of cancer were.
import { plural } from "../../player/words.ts";
import type { PatientSums } from "../sums.ts";

/** Nothing until one is begun. */
export function Patients({ sums, of }: { readonly sums: PatientSums; readonly of: number }) {
  const { finished, begun, brier } = sums;
  if (finished + begun === 0) return null;
  return (
    <section aria-labelledby="own-patients">
      <h2 id="own-patients">Patients</h2>
      <p>
        {finished} of {of} seen to the end{begun > 0 && `, ${begun} begun`}.
      </p>
      {brier !== null && (
        <p>
          Brier score over {plural(finished, "first run")}: {brier.toFixed(2)}. It is the mean squared
          distance of your last probability of cancer from what it was: 0 is best, 0.25 is what saying
          50&nbsp;% always earns.
        </p>
      )}
    </section>
  );
}
