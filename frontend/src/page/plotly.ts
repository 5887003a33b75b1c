// The part of Plotly that charts use, loaded once and only when a chart comes near.

/** The functions of Plotly that this project calls. */
export interface Plotly {
  react(
    el: HTMLElement,
    data: readonly unknown[],
    layout: Readonly<Record<string, unknown>>,
    config: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
}

let loading: Promise<Plotly> | undefined;

/** Loads Plotly from the book's own files. */
export function loadPlotly(address: string): Promise<Plotly> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      const { Plotly } = window as { Plotly?: Plotly };
      if (Plotly) resolve(Plotly);
      else reject(new Error(`${address} holds no Plotly`));
    };
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
  return loading;
}
