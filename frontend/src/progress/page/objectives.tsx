// Each objective with how well it is known; those without an answer are only counted.
import type { Course } from "../course.ts";
import { day } from "../file.ts";
import { LEVELS, type Standing } from "../mastery.ts";

interface Props {
  readonly course: Course;
  readonly standings: ReadonlyMap<string, Standing | null>;
}

/** The best known first. */
export function Objectives({ course, standings }: Props) {
  const known = [...standings].flatMap(([id, standing]) => (standing ? [{ id, standing }] : []));
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="own-objectives">
      <h2 id="own-objectives">What you can do</h2>
      <p>
        {known.length} of {standings.size} objectives have answers that count. The rule stands at the end of
        this page.
      </p>
      {LEVELS.toReversed().map((level) => {
        const here = known.filter(({ standing }) => standing.level === level);
        if (here.length === 0) return null;
        return (
          <details key={level} class="rf-folded">
            <summary>
              {level.charAt(0).toUpperCase() + level.slice(1)}: {here.length}
            </summary>
            <ul>
              {here.map(({ id, standing }) => (
                <li key={id}>
                  {course.objectives[id]} <span class="rf-own-count">{why(standing)}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function why({ right, count, fell }: Standing): string {
  const last = `${right} of the last ${count} right`;
  return fell === null ? `(${last})` : `(${last}; it fell with the answer of ${day(fell)})`;
}
