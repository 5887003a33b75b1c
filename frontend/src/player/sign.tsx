// The signs that go with the words right, wrong, partly and missed, so that colour never stands alone.

/** What a sign can say. */
export type Verdict = "right" | "partly" | "wrong" | "missed" | "none";

const PATHS: Readonly<Record<Verdict, string>> = {
  right: "M4 10.5l4 4 8-9",
  wrong: "M5 5l10 10M15 5L5 15",
  partly: "M5 12c2-5 4-5 5-2s3 3 5-2",
  missed: "M10 4.5v7M10 15v.5",
  none: "M5 10h10",
};

/** A sign; always beside its word, so it is hidden from screen readers. */
export function Sign({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg class={`rf-sign rf-sign-${verdict}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[verdict]} />
    </svg>
  );
}
