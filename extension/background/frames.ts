import { browser } from '#extension/messages/browser.ts';
import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameSender } from '#extension/messages/sender.ts';
import { startEverywhere } from './page-scripts.ts';
import type { Frame, SessionArea } from './session-area.ts';

/** Keeps what a frame told of itself, under the place and origin that the browser told. */
export async function keepFrame(
  area: SessionArea,
  sender: FrameSender,
  counts: Pick<Frame, 'delivery' | 'card'>,
): Promise<void> {
  const { tabId, frameId, documentId, origin } = sender;
  await area.put('frame', `${tabId}.${frameId}`, { ...counts, tabId, frameId, documentId, origin });
}

/**
 * The frames of a tab that answer right now, the top one first, each with the origin that it has now: a frame tells
 * of itself again before it answers, and the browser says who it is.
 */
export async function listFrames(area: SessionArea, tabId: number): Promise<Frame[]> {
  const known = await area.list('frame', `${tabId}.`);
  const ids = new Set([0, ...known.map(({ entry }) => entry.frameId)]);
  const ordered = [...ids].sort((a, b) => a - b);
  const frames = await Promise.all(ordered.map(frameId => meetFrame(area, tabId, frameId)));
  return frames.filter(frame => frame !== null);
}

async function meetFrame(area: SessionArea, tabId: number, frameId: number): Promise<Frame | null> {
  const id = `${tabId}.${frameId}`;
  // Whichever document is there now: from then on it alone is spoken to.
  if (await tellFrame({ tabId, frameId, documentId: null }, 'introduce', {})) return area.get('frame', id);
  await area.removeOne('frame', id);
  return null;
}

/** A tab that closed or went elsewhere: its frames are gone. */
export async function forgetFrames(area: SessionArea, tabId: number): Promise<void> {
  await Promise.all([
    area.remove('frame', `${tabId}.`),
    area.removeOne('preview', String(tabId)),
    area.removeOne('unread', String(tabId)),
  ]);
}

/**
 * Makes sure that detection runs in all frames of the tab. Where access to the site is withheld, the click or
 * shortcut that brought us here lends it (`activeTab`).
 */
export async function reachTab(tabId: number): Promise<'granted' | 'withheld' | 'impossible'> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return 'impossible';
  // A site that is withheld shows no address, and would keep a script waiting until it is allowed.
  if (tab.url === undefined) return 'withheld';
  if (!/^https?:/.test(tab.url) || !(await startEverywhere(tabId))) return 'impossible';
  return (await tellFrame({ tabId, frameId: 0, documentId: null }, 'introduce', {}))
    ? 'granted'
    : 'impossible';
}

/** Host without port of an origin, or null where it has none. */
export function readHost(origin: string): string | null {
  const url = URL.parse(origin);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : null;
}
