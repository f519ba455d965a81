import type { LiveRoots } from '../detect/live-roots.ts';
import type { OpenShadowRoot } from '../detect/walk-roots.ts';
import type { Report } from '../messages/report.ts';

/** The lookout of this frame, as the script that relieves it sees it: both are in one world, apart from the page's. */
export interface FramePost {
  relieve(): LiveRoots;
  /** What the lookout has brought along, for whoever relieves it. */
  report: Report;
  openShadowRoot: OpenShadowRoot;
}

const POST = Symbol.for('wayveil.post');

/** Whether this frame has a lookout already: the same script may be put into it again. */
export function isManned(): boolean {
  return POST in globalThis;
}

export function manPost(post: FramePost): void {
  Object.defineProperty(globalThis, POST, { value: post });
}

export function findPost(): FramePost | null {
  return (globalThis as { [POST]?: FramePost })[POST] ?? null;
}
