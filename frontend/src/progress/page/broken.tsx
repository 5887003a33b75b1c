// What stands on the device and can't be read: named, kept, and never in anybody's way.
import { saveFile } from "../../player/save-file.ts";

/** Nothing where all can be read. */
export function Broken({ broken }: { readonly broken: ReadonlyMap<string, unknown> }) {
  if (broken.size === 0) return null;
  const text = () => `${JSON.stringify(Object.fromEntries(broken), null, 1)}\n`;
  return (
    <section aria-labelledby="own-broken">
      <h2 id="own-broken">What can’t be read</h2>
      <p>
        These are damaged, or not of this course. They stay on the device as they are and count nowhere; all
        else works.
      </p>
      <ul>
        {[...broken].map(([key, entry]) => (
          <li key={key}>
            <code>{key}</code>
            {parts(entry)}
          </li>
        ))}
      </ul>
      <p class="rf-actions">
        <button type="button" class="rf-quiet" onClick={() => saveFile("progress-unreadable.json", text())}>
          Save what can’t be read as a file
        </button>
      </p>
    </section>
  );
}

function parts(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const names = Object.keys(entry);
  return names.length === 0 ? "" : `: ${names.slice(0, 5).join(", ")}${names.length > 5 ? " …" : ""}`;
}
