// A number for each mounted player, so that the ids of several on a page don't collide.
const COUNTER = Symbol.for("redflags.players");

/** The next number; every widget of a notebook may load its own copy of this module, so the count stands outside it. */
export function nextPlayer(): number {
  const shared = globalThis as { [COUNTER]?: number };
  shared[COUNTER] = (shared[COUNTER] ?? 0) + 1;
  return shared[COUNTER];
}
