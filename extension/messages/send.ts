import { browser } from './browser.ts';
import type { Envelope } from './envelope.ts';

/** Sends an envelope to the background. Rejects where no background answered: it died, or the extension was updated. */
export async function sendToBackground(envelope: Envelope): Promise<unknown> {
  return browser.runtime.sendMessage(envelope);
}

/** A frame of a tab; with `documentId` the one document that it showed then, and none that has come since. */
export interface FramePlace {
  tabId: number;
  frameId: number;
  documentId: string | null;
}

/** Sends a message to the content script of one frame. Rejects where the frame or the document is gone or holds none. */
export async function sendToFrame(
  { tabId, frameId, documentId }: FramePlace,
  message: unknown,
): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, documentId === null ? { frameId } : { documentId });
}

/** Sends a message to the content scripts of all frames of a tab; resolves when the first has answered. */
export async function sendToFrames(tabId: number, message: unknown): Promise<void> {
  await browser.tabs.sendMessage(tabId, message);
}

/** Opens the port over which an open popup is told of changes; the background lives as long as it is open. */
export function connectToBackground(name: 'popup'): ReturnType<typeof browser.runtime.connect> {
  return browser.runtime.connect({ name });
}
