// Each chapter with what was answered in it, under the names of the book's parts.
import { plural } from "../../player/words.ts";
import type { ChapterSums } from "../sums.ts";

/** A list for each part. */
export function Chapters({
  parts,
}: {
  readonly parts: readonly { title: string; chapters: ChapterSums[] }[];
}) {
  return (
    <section aria-labelledby="own-chapters">
      <h2 id="own-chapters">Chapters</h2>
      {parts.map(({ title, chapters }, place) => (
        <div key={title} class="rf-own-part">
          <h3 id={`own-part-${place}`}>{title}</h3>
          <ul aria-labelledby={`own-part-${place}`}>
            {chapters.map((sums) => (
              <Row key={sums.chapter.key} sums={sums} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({ sums }: { readonly sums: ChapterSums }) {
  const { chapter, answered, of, right, marked, wrong, older } = sums;
  return (
    <li>
      <a href={chapter.href}>{chapter.title}</a>
      {/* The words beside it say the same. */}
      <progress max={of} value={answered} aria-hidden="true" />
      <span class="rf-own-count">
        {answered === 0 ? `${plural(of, "question")}` : `${answered} of ${of} answered`}
        {marked > 0 && `, ${right} of ${marked} right at the first attempt`}
        {wrong > 0 && `, ${wrong} not yet put right`}
        {older > 0 && `, ${older} in an earlier wording: asked again`}
      </span>
    </li>
  );
}
