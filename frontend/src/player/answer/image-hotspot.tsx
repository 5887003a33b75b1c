// The form of an image hotspot: a picture with lettered regions, and a radio for each letter beside it.
import type { ImageHotspot } from "../../content.ts";
import { Picture } from "../picture/picture.tsx";
import { OptionList } from "./option-list.tsx";
import { type AnswerProps, picksOf } from "./props.ts";

/** The response is the letter picked, on the picture or in the list. */
export function ImageHotspotForm({ item, response, locked, name, onChange }: AnswerProps<ImageHotspot>) {
  const picks = picksOf(response);
  return (
    <div class="rf-hotspot">
      <Picture item={item} chosen={picks[0]} onChoose={locked ? undefined : onChange} />
      <OptionList
        kind="radio"
        question={item.lead_in}
        options={item.regions}
        picks={picks}
        locked={locked}
        name={name}
        onPick={onChange}
      />
    </div>
  );
}
