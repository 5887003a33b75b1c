// Plotly's bundle with surfaces: large, so it is fetched only when somebody asks to turn the spine.
import type { Model } from "../../player/model.ts";

type Figure = Readonly<Record<string, unknown>>;

/** What this explorer uses of Plotly. */
export interface Plotly3d {
  react(el: HTMLElement, data: readonly Figure[], layout: Figure, config: Figure): Promise<unknown>;
  relayout(el: HTMLElement, changes: Figure): Promise<unknown>;
  purge(el: HTMLElement): void;
}

/** A notebook's model can ask its kernel for bytes; a page has no kernel. */
interface Kernel {
  send?(content: unknown): void;
  on(event: string, callback: (content: unknown, buffers: readonly DataView[]) => void): void;
}

/** Its file beside this explorer's own script. */
const FILE = "plotly-gl3d.min.js";
/** What a reader downloads, in kB: Plotly compressed. A test holds it true. */
export const KILOBYTES = 560;

// In a page; a notebook's module is no script of a document.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : null;

let loading: Promise<Plotly3d> | undefined;

/** Loads Plotly once, from the site or, in a notebook, from the kernel. */
export function loadPlotly3d(model: Model): Promise<Plotly3d> {
  loading ??= (own ? Promise.resolve(new URL(FILE, own).href) : fromKernel(model as unknown as Kernel)).then(
    run,
  );
  loading.catch(() => {
    // Offline now is not offline for ever.
    loading = undefined;
  });
  return loading;
}

/** Whether this browser draws surfaces at all. */
export function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null;
}

function fromKernel(model: Kernel): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!model.send) {
      reject(new Error("no kernel to ask for Plotly"));
      return;
    }
    model.on("msg:custom", (content, [bytes]) => {
      if (content !== FILE || !bytes) return;
      resolve(URL.createObjectURL(new Blob([bytes as DataView<ArrayBuffer>], { type: "text/javascript" })));
    });
    model.send(FILE);
  });
}

function run(address: string): Promise<Plotly3d> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      const { Plotly } = window as { Plotly?: Plotly3d };
      if (Plotly) resolve(Plotly);
      else reject(new Error(`${address} holds no Plotly`));
    };
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
}
