// Answers that are options picked or left, in one list or in several.
import type {
  BowTie,
  HighlightTable,
  HighlightText,
  ImageHotspot,
  Item,
  KeyFeature,
  Option,
  SelectAll,
  SelectN,
  SingleBestAnswer,
} from "../../content.ts";
import { PLACES } from "../../marking/bow-tie.ts";
import type { Part } from "../../marking/result.ts";
import { WINGS } from "../answer/bow-tie.tsx";

/** The item types whose elements are options. */
export type PicksItem =
  | SingleBestAnswer
  | SelectAll
  | SelectN
  | KeyFeature
  | HighlightText
  | HighlightTable
  | BowTie
  | ImageHotspot;

/** Options that were shown together, with the ones that the learner chose. */
export interface PickList {
  /** Null where the item has only one list. */
  readonly title: string | null;
  readonly options: readonly Option[];
  readonly chosen: ReadonlySet<string>;
}

/** The lists of an item. */
export function listsOf(item: PicksItem, parts: readonly Part[]): PickList[] {
  const picked = new Set(parts.filter((part) => part.chosen === true).map((part) => part.id));
  switch (item.type) {
    case "bow-tie":
      return WINGS.map(({ list, title }) => {
        const places = PLACES.filter(([, from]) => from === list).map(([place]) => place as string);
        const chosen = parts.filter((part) => places.includes(part.id)).map((part) => String(part.chosen));
        return { title, options: item[list], chosen: new Set(chosen) };
      });
    case "highlight-text":
    case "highlight-table":
      return [{ title: null, options: Object.values(item.spans), chosen: picked }];
    case "image-hotspot":
      return [{ title: null, options: item.regions, chosen: picked }];
    default:
      return [{ title: null, options: item.options, chosen: picked }];
  }
}

/** Whether the item's options go by letters; the spans of a highlight go by names that nobody sees. */
export function isLettered(item: Item): boolean {
  return !item.type.startsWith("highlight");
}

/** Whether choosing the option takes every mark. */
export function isKiller(item: PicksItem, option: Option): boolean {
  return (
    item.type === "key-feature" && item.options.some(({ id, killer }) => id === option.id && killer === true)
  );
}
