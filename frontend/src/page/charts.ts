// Charts: a static picture that becomes a live one when it comes near, in the colours of the theme.
import { whenNear } from "./near.ts";
import { loadPlotly } from "./plotly.ts";
import { onThemeChange, tokenReader } from "./theme.ts";

interface Figure {
  readonly data: readonly unknown[];
  readonly layout: Readonly<Record<string, unknown>>;
  /** Which token each colour of the figure stands for: "#0b5c7a" to "--rf-accent". */
  readonly colours: Readonly<Record<string, string>>;
}

const CONFIG = { responsive: true, displayModeBar: false };

/** On a narrower screen a live chart is a worse one: its type keeps its size, so labels collide. */
const WIDE_ENOUGH = "(min-width: 30rem)";

/** Finds the charts of a page; readers who save data or hold a phone keep the pictures, drawn for that width. */
export function wireCharts(page: ParentNode): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData === true || !matchMedia(WIDE_ENOUGH).matches) return;
  for (const place of page.querySelectorAll<HTMLElement>("figure.rf-plot")) {
    // On failure the picture stays, which says the same.
    whenNear(place, () => draw(place).catch(console.warn), false);
  }
}

async function draw(place: HTMLElement): Promise<void> {
  const address = place.dataset.plotly;
  const json = place.querySelector("script[type='application/json']")?.textContent;
  const picture = place.querySelector<HTMLElement>(".rf-plot-static");
  if (!address || !json || picture === null) return;
  const figure = JSON.parse(json) as Figure;
  const plotly = await loadPlotly(address);

  const live = document.createElement("div");
  live.className = "rf-plot-live rf-plot-drawing";
  live.setAttribute("role", "img");
  live.setAttribute("aria-labelledby", `${place.id}-says`);
  // The same box as the picture, so that nothing on the page moves when it takes the picture's place.
  const { width, height } = picture.getBoundingClientRect();
  live.style.height = `${height}px`;
  live.style.width = `${width}px`;
  picture.before(live);

  const paint = () => {
    const token = tokenReader(place);
    const base = {
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { color: token("--rf-ink"), family: getComputedStyle(place).fontFamily, size: 15 },
    };
    const { data, layout } = recoloured(figure, token);
    // Plotly draws no line thinner than a pixel, so the grid is thinned by its colour.
    const gridcolor = token("--rf-line").replace("rgb(", "rgba(").replace(")", ", 0.3)");
    const axes = Object.fromEntries(
      Object.entries(layout)
        .filter(([key]) => /^[xy]axis\d*$/.test(key))
        .map(([key, axis]) => [key, { gridcolor, ...(axis as object) }]),
    );
    const size = { height, width: undefined, autosize: true };
    return plotly.react(live, data, { ...base, ...layout, ...axes, ...size }, CONFIG);
  };
  try {
    await paint();
  } catch (error) {
    live.remove();
    throw error;
  }
  live.style.width = "";
  live.classList.remove("rf-plot-drawing");
  picture.classList.add("rf-plot-replaced");
  onThemeChange(() => void paint());
}

/** The figure with every colour that stands for a token in its shade for the theme. */
function recoloured(figure: Figure, token: (name: string) => string): Figure {
  const swap = (value: unknown): unknown => {
    if (typeof value === "string") {
      const name = figure.colours[value.toLowerCase()];
      return name === undefined ? value : token(name);
    }
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
  };
  return {
    ...figure,
    data: swap(figure.data) as Figure["data"],
    layout: swap(figure.layout) as Figure["layout"],
  };
}
