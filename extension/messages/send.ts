import { browser } from './browser.ts';
import type { Envelope } from './envelope.ts';

/** Sends an envelope to the background. Rejects where no background answered: it died, or the extension was updated. */
export async function sendToBackground(envelope: Envelope): Promise<unknown> {
  return browser.runtime.sendMessage(envelope);
}

/** Sends a message to the content script of one frame. Rejects where the frame is gone or holds none. */
export async function sendToFrame(
  place: { tabId: number; frameId: number },
  message: unknown,
): Promise<unknown> {
  return browser.tabs.sendMessage(place.tabId, message, { frameId: place.frameId });
}

/** Sends a message to the content scripts of all frames of a tab; resolves when the first has answered. */
export async function sendToFrames(tabId: number, message: unknown): Promise<void> {
  await browser.tabs.sendMessage(tabId, message);
}

/** Opens the port over which an open popup is told of changes; the background lives as long as it is open. */
export function connectToBackground(name: 'popup'): ReturnType<typeof browser.runtime.connect> {
  return browser.runtime.connect({ name });
}
