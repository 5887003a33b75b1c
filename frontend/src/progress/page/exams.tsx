// The exams that were begun, with what came of them.
import { percent } from "../../player/words.ts";
import { day } from "../file.ts";
import type { ExamSums } from "../sums.ts";

/** Nothing until there is one. */
export function Exams({ exams }: { readonly exams: readonly ExamSums[] }) {
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="own-exams">
      <h2 id="own-exams">Exams</h2>
      <ul>
        {exams.map((sums) => (
          <li key={sums.exam.key}>
            <a href={sums.exam.href}>{sums.exam.title}</a>: {words(sums)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function words({ exam, submitted, right, marked }: ExamSums): string {
  if (submitted === null) return "begun, and not finished.";
  const date = `finished on ${day(submitted)}`;
  if (!exam.told) return `${date}. Its marks come from your instructor.`;
  return marked === 0
    ? `${date}.`
    : `${date}; ${right} of ${marked} questions wholly right (${percent(right / marked)}).`;
}
