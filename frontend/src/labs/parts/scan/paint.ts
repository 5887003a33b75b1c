// From tissues to greys: signals, noise as a scanner's (its size is that of a complex number), window and level.
import { normals } from "../../../clinical/draws.ts";
import { POINTS, type Slice } from "./slice.ts";

/** Signals that are shown black and white; between them greys. */
export interface Display {
  readonly low: number;
  readonly high: number;
}

const SEED = 20;
let drawn: Float32Array | undefined;

/** The same grain in each picture: two standard normal numbers for each point. */
function grain(): Float32Array {
  drawn ??= Float32Array.from(normals(SEED, 2 * POINTS ** 2));
  return drawn;
}

/** Paints a slice; `signals` by the tissues' numbers, `noise` as its standard deviation in the signals' unit. */
export function paint(
  { first, second, share }: Slice,
  signals: Float32Array,
  { low, high }: Display,
  noise: number,
  into: ImageData,
): void {
  // A grey is written as one number of four bytes, in the order of every machine that has a browser.
  const greys = new Uint32Array(into.data.buffer);
  const scale = 255 / Math.max(high - low, 1e-6);
  const grey = (signal: number) =>
    0xff000000 | (((Math.min(255, Math.max(0, (signal - low) * scale)) + 0.5) & 255) * 0x010101);
  const random = noise > 0 ? grain() : null;
  // Most points are of one tissue, which has one grey.
  const pure = Uint32Array.from(signals, grey);
  for (let place = 0; place < greys.length; place++) {
    const part = share[place] as number;
    if (part === 1 && random === null) {
      greys[place] = pure[first[place] as number] as number;
      continue;
    }
    let signal = (signals[first[place] as number] as number) * part;
    if (part < 1) signal += (signals[second[place] as number] as number) * (1 - part);
    if (random !== null) {
      const real = signal + noise * (random[2 * place] as number);
      const imaginary = noise * (random[2 * place + 1] as number);
      signal = Math.sqrt(real * real + imaginary * imaginary);
    }
    greys[place] = grey(signal);
  }
}
