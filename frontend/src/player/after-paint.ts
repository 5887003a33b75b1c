// What may come a frame later, so that the answer to a click is painted first.

/**
 * Calls back when the next frame is painted; returns what prevents that.
 *
 * Preact's own effects come after 35 ms where the frame does not: just when the processor is busy with it.
 */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
