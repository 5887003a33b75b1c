// Numbers and names as the player writes them.
import type { Item } from "../content.ts";
import type { Inline, RichText } from "../text.ts";

/** A number with a real minus sign and at most two decimals. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100).replace("-", "−");
}

/** A number that always shows its sign, but for nought. */
export function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

/** A fraction as whole per cent. */
export function percent(fraction: number): string {
  return `${number(Math.round(fraction * 100))}\u00a0%`;
}

/** "1 minute", "12 minutes". */
export function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The words of rich text without its markup. */
export function plain(text: RichText): string {
  return text.map((paragraph) => paragraph.map(words).join("")).join(" ");
}

function words(node: Inline): string {
  if (typeof node === "string") return node;
  if ("code" in node) return node.code;
  if ("ev" in node) return node.text;
  return ("em" in node ? node.em : node.strong).map(words).join("");
}

/** What the heading of an item calls its type; a record with values over time makes it a trend. */
export function typeName(item: Item): string {
  const trend = item.record?.some(({ table }) => (table?.times.length ?? 0) > 1) === true;
  return trend ? `Trend · ${baseName(item)}` : baseName(item);
}

function baseName(item: Item): string {
  switch (item.type) {
    case "single-best-answer":
      return "Single best answer";
    case "select-all":
      return "Select all that apply";
    case "select-n":
      return `Select ${item.n}`;
    case "matrix-multiple-choice":
      return "One answer in each row";
    case "matrix-multiple-response":
      return "Any number in each row";
    case "drop-down-cloze":
    case "drag-and-drop-cloze":
      return "Complete the sentences";
    case "drop-down-table":
      return "Complete the table";
    case "rationale":
      return "Complete the reasoning";
    case "grouping":
      return "Sort into groups";
    case "highlight-text":
      return "Highlight in the text";
    case "highlight-table":
      return "Highlight in the table";
    case "bow-tie":
      return "Bow-tie";
    case "ordered-response":
      return "Put in order";
    case "extended-matching":
      return "Match each case";
    case "key-feature":
      return `Choose up to ${item.max_responses}`;
    case "numeric":
      return "Work out a number";
    case "image-hotspot":
      return "Find the place";
    case "script-concordance":
      return "What does it change?";
    case "free-text":
      return "In your own words";
  }
}
