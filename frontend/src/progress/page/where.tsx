// Where to go on: the first chapter that was begun and isn't finished, and what is still wrong.
import { plural } from "../../player/words.ts";
import type { ChapterSums } from "../sums.ts";

/** More would hide where to go on. */
const MOST = 5;

interface Props {
  readonly parts: readonly { readonly chapters: readonly ChapterSums[] }[];
  /** Whether nothing at all is kept. */
  readonly empty: boolean;
}

/** The first section of the page. */
export function Where({ parts, empty }: Props) {
  const all = parts.flatMap(({ chapters }) => chapters);
  const begun = all.find(({ answered, of }) => answered > 0 && answered < of);
  const fresh = all.find(({ answered }) => answered === 0);
  const wrong = all.filter((sums) => sums.wrong > 0);
  if (empty) {
    return (
      <section aria-labelledby="own-where">
        <h2 id="own-where">Nothing here yet</h2>
        <p>
          Once you have answered a question, this page shows each chapter with what you answered and how much
          of it was right, how sure you were, your exams, and the patients you have seen.
        </p>
        {fresh && (
          <p>
            Begin with <a href={fresh.chapter.href}>{fresh.chapter.title}</a>.
          </p>
        )}
      </section>
    );
  }
  return (
    <section aria-labelledby="own-where">
      <h2 id="own-where">Where to go on</h2>
      {begun ? (
        <p>
          You have begun <a href={begun.chapter.href}>{begun.chapter.title}</a>:{" "}
          {plural(begun.of - begun.answered, "question")} left.
        </p>
      ) : fresh ? (
        <p>
          Next comes <a href={fresh.chapter.href}>{fresh.chapter.title}</a>.
        </p>
      ) : (
        <p>You have answered every question of every chapter.</p>
      )}
      {wrong.length > 0 && (
        <>
          <p id="own-where-wrong">
            Wrong, and not yet put right. “Review my errors” in a finished chapter asks these again.
          </p>
          <ul class="rf-own-wrong" aria-labelledby="own-where-wrong">
            {wrong.slice(0, MOST).map(({ chapter, wrong }) => (
              <li key={chapter.key}>
                <a href={chapter.href}>{chapter.title}</a>: {plural(wrong, "question")}
              </li>
            ))}
          </ul>
          {wrong.length > MOST && (
            <p>And in {plural(wrong.length - MOST, "more chapter")}, as the list below says.</p>
          )}
        </>
      )}
    </section>
  );
}
