import { measureMotion } from '../detect/judge-moments.ts';
import type { Root } from '../detect/sight-lens.ts';

/**
 * Waits until what moves in `roots` and stops soon has stopped, as a step of a checkout that slides in: at most two
 * seconds. Says whether anything moved.
 */
export async function awaitRest(roots: Iterable<Root>): Promise<boolean> {
  const restsInMs = measureMotion(roots);
  if (restsInMs === 0) return false;
  await new Promise(resolve => setTimeout(resolve, restsInMs + FRAME_MS));
  return true;
}

/** What has ended is drawn so with the next frame. */
const FRAME_MS = 20;
