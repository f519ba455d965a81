import { browser } from './browser.ts';
import type { FrameAnswer, FrameEnvelope, FrameInput, FrameMessage } from './frame-map.ts';

export type FrameHandlers = {
  [M in FrameMessage]: (input: FrameInput<M>) => FrameAnswer<M> | Promise<FrameAnswer<M>>;
};

/**
 * The content script's side: answers what the background says; null for anything else. The browser lets only this
 * extension speak to its content scripts, and the background checks each message by its map before it sends it, so
 * that a page need not load schemas.
 */
export function listenToBackground(handlers: FrameHandlers): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const fromBackground = sender.id === browser.runtime.id && sender.tab === undefined;
    answer(handlers, fromBackground ? message : null).then(sendResponse, () => sendResponse(null));
    return true;
  });
}

async function answer(handlers: FrameHandlers, message: unknown): Promise<unknown> {
  if (typeof message !== 'object' || message === null) return null;
  const { to, type, input } = message as Partial<FrameEnvelope>;
  if (to !== 'frame' || type === undefined || !Object.hasOwn(handlers, type)) return null;
  // The background of the same build made it from the map's own types.
  const handle = handlers[type as FrameMessage] as (input: unknown) => unknown;
  return handle(input);
}
