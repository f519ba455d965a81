/** Deeper than this no shop nests its frames. */
const DEEPEST = 8;
const MOST_FRAMES = 1000;

/**
 * The indexes that lead from the top window down to `view`: `[]` for the top one itself, null where a window on the
 * way has no index (below a shadow root). Windows of other sites may be compared, so it holds across origins.
 */
export function readFramePlace(view: Window): number[] | null {
  const place: number[] = [];
  for (let one = view; one !== one.parent; one = one.parent) {
    const index = findIndex(one);
    if (index === null || place.length === DEEPEST) return null;
    place.unshift(index);
  }
  return place;
}

function findIndex(view: Window): number | null {
  const { parent } = view;
  for (let at = 0; at < parent.length && at < MOST_FRAMES; at++) if (parent[at] === view) return at;
  return null;
}
