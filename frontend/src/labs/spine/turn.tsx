// The spine as surfaces, turned by buttons, keys or a finger.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Compartment, Inside } from "../../clinical/spine.ts";
import { onThemeChange, tokenReader } from "../../page/theme.ts";
import type { Model } from "../../player/model.ts";
import { parts } from "./mesh.ts";
import { loadPlotly3d, type Plotly3d } from "./plotly-3d.ts";

interface Props {
  readonly model: Model;
  readonly inside: Inside;
  readonly compartment: Compartment;
  /** From 0 to 1. */
  readonly growth: number;
  readonly says: string;
}

/** Where the eye stands: round the spine, above it, and how far. */
interface Eye {
  readonly round: number;
  readonly up: number;
  readonly far: number;
}

type Load = "loading" | "ready" | "failed";

const AT_FIRST: Eye = { round: 35, up: 20, far: 2 };
const VIEWS: readonly (readonly [name: string, eye: Partial<Eye>])[] = [
  ["From the side", { round: 0, up: 5 }],
  ["From behind", { round: 90, up: 5 }],
  ["From the front", { round: -90, up: 5 }],
  ["From above", { round: 90, up: 85 }],
];
const STEPS: readonly (readonly [name: string, step: (eye: Eye) => Eye])[] = [
  ["Turn left", (eye) => ({ ...eye, round: eye.round - 20 })],
  ["Turn right", (eye) => ({ ...eye, round: eye.round + 20 })],
  ["Nearer", (eye) => ({ ...eye, far: Math.max(0.9, eye.far * 0.85) })],
  ["Farther", (eye) => ({ ...eye, far: Math.min(3.5, eye.far / 0.85) })],
];
const CONFIG = { responsive: true, displayModeBar: false, scrollZoom: false };

/** Loads Plotly, draws, and draws again when the tumour or the theme changes. */
export function Turn({ model, inside, compartment, growth, says }: Props) {
  const [load, setLoad] = useState<Load>("loading");
  const box = useRef<HTMLDivElement>(null);
  const plotly = useRef<Plotly3d>(undefined);
  const eye = useRef(AT_FIRST);
  const [theme, retheme] = useState(0);

  useEffect(() => {
    let isHere = true;
    const place = box.current;
    loadPlotly3d(model)
      .then((loaded) => {
        if (!isHere) return;
        plotly.current = loaded;
        setLoad("ready");
      })
      .catch((error: unknown) => {
        console.warn(error);
        if (isHere) setLoad("failed");
      });
    onThemeChange(() => isHere && retheme((count) => count + 1));
    return () => {
      isHere = false;
      if (place && plotly.current) plotly.current.purge(place);
    };
  }, [model]);

  useEffect(() => {
    if (load !== "ready" || !box.current || !plotly.current) return;
    plotly.current
      .react(box.current, traces(box.current, inside, compartment, growth), layout(eye.current), CONFIG)
      .catch((error: unknown) => {
        console.warn(error);
        setLoad("failed");
      });
  }, [load, inside, compartment, growth, theme]);

  const look = (next: Eye) => {
    eye.current = next;
    if (box.current) plotly.current?.relayout(box.current, { "scene.camera": camera(next) });
  };
  return (
    <div class="rf-spine-turn">
      {load !== "failed" && (
        <div class="rf-spine-3d" role="img" aria-label={`In 3D: ${says}`} ref={box}>
          {load === "loading" && <p class="rf-lab-note">Loading the 3D drawing…</p>}
        </div>
      )}
      {load === "failed" && (
        <p class="rf-lab-note" role="alert">
          The 3D drawing could not be loaded. The words below say the same.
        </p>
      )}
      {load === "ready" && (
        <div class="rf-spine-camera" role="group" aria-label="Turn the drawing">
          {VIEWS.map(([name, to]) => (
            <button
              key={name}
              type="button"
              class="rf-button"
              onClick={() => look({ ...eye.current, ...to })}
            >
              {name}
            </button>
          ))}
          {STEPS.map(([name, step]) => (
            <button key={name} type="button" class="rf-button" onClick={() => look(step(eye.current))}>
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function camera({ round, up, far }: Eye) {
  const [turn, rise] = [(round * Math.PI) / 180, (up * Math.PI) / 180];
  return {
    eye: {
      x: far * Math.cos(turn) * Math.cos(rise),
      y: far * Math.sin(turn) * Math.cos(rise),
      z: far * Math.sin(rise),
    },
    up: { x: 0, y: 0, z: 1 },
    center: { x: 0, y: 0, z: 0 },
  };
}

function traces(place: HTMLElement, inside: Inside, compartment: Compartment, growth: number) {
  const token = tokenReader(place);
  return parts(inside, compartment, growth).map(({ name, tissue, opacity, corners, triangles }) => ({
    type: "mesh3d",
    name,
    x: corners.map(([x]) => x),
    y: corners.map(([, y]) => y),
    z: corners.map(([, , z]) => z),
    i: triangles.map(([a]) => a),
    j: triangles.map(([, b]) => b),
    k: triangles.map(([, , c]) => c),
    color: token(`--rf-${tissue}`),
    opacity,
    hoverinfo: "skip",
    lighting: { ambient: 0.6, diffuse: 0.7, specular: 0.1, roughness: 0.9 },
    lightposition: { x: 2000, y: -1000, z: 3000 },
  }));
}

function layout(eye: Eye) {
  const axis = { visible: false, showspikes: false };
  return {
    scene: {
      xaxis: axis,
      yaxis: axis,
      zaxis: axis,
      aspectmode: "data",
      camera: camera(eye),
      dragmode: "orbit",
    },
    // What a finger turned stays when the tumour grows.
    uirevision: "turned",
    margin: { l: 0, r: 0, t: 0, b: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    showlegend: false,
  };
}
