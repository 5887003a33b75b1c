// A drawing with lettered regions over it: to press, or to read the result from.
// biome-ignore-all lint/a11y/noStaticElementInteractions: the regions repeat the radio buttons beside the picture
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ImageHotspot, Region } from "../../content.ts";
import { useSurroundings } from "../context.ts";
import { Sign, type Verdict } from "../sign.tsx";
import { drawn } from "./drawing.ts";

interface Props {
  readonly item: ImageHotspot;
  /** The letter chosen, or none. */
  readonly chosen: string | undefined;
  /** Shows the key, and whether the choice was right. */
  readonly told?: boolean;
  /** Chooses a region; none where the picture is only to be looked at. */
  readonly onChoose?: ((id: string) => void) | undefined;
}

/** The picture; screen readers get its words, and the radio buttons or the reasons beside it. */
export function Picture({ item, chosen, told = false, onChoose }: Props) {
  const { prefix } = useSurroundings();
  const host = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState("");

  useLayoutEffect(() => {
    const drawing = drawn(item.svg, `${prefix}-${item.id}`);
    if (drawing) host.current?.replaceChildren(drawing);
    setBox(drawing?.getAttribute("viewBox") ?? "");
  }, [item, prefix]);

  const [left, top, width, height] = box.split(/[\s,]+/).map(Number) as [number, number, number, number];
  return (
    <div class="rf-picture">
      <div class="rf-drawn">
        <div ref={host} role="img" aria-label={item.alt} />
        {box && (
          <div aria-hidden="true">
            {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers, with all that is around it */}
            <svg viewBox={box} focusable="false">
              {item.regions.map((region) => (
                <g
                  key={region.id}
                  data-region={region.id}
                  data-state={stateOf(region, chosen, told)}
                  onClick={onChoose && (() => onChoose(region.id))}
                >
                  <path d={region.outline} />
                  <path d={region.outline} />
                </g>
              ))}
            </svg>
            {item.regions.map((region) => {
              const [x = 0, y = 0] = region.at;
              const state = stateOf(region, chosen, told);
              const place = {
                left: `${(100 * (x - left)) / width}%`,
                top: `${(100 * (y - top)) / height}%`,
              };
              return (
                <span key={region.id} class="rf-badge" data-state={state} style={place}>
                  {region.id.toUpperCase()}
                  {told && state !== "open" && <Sign verdict={state as Verdict} />}
                </span>
              );
            })}
          </div>
        )}
      </div>
      <details class="rf-folded">
        <summary>The picture in words</summary>
        <p>{item.alt}</p>
      </details>
    </div>
  );
}

function stateOf(region: Region, chosen: string | undefined, told: boolean) {
  if (told && region.correct) return "right";
  if (region.id !== chosen) return "open";
  return told ? "wrong" : "chosen";
}
