import { browser } from './browser.ts';
import type { FrameAnswer, FrameEnvelope, FrameInput, FrameMessage } from './frame-map.ts';

export type FrameHandlers = {
  [M in FrameMessage]: (input: FrameInput<M>) => FrameAnswer<M> | Promise<FrameAnswer<M>>;
};

/**
 * The content scripts' side: answers what the background says to one of `handlers`, and leaves everything else to
 * whoever else listens in this frame. The browser lets only this extension speak to its content scripts, and the
 * background checks each message by its map before it sends it, so that a page need not load schemas.
 */
export function listenToBackground(handlers: Partial<FrameHandlers>): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const fromBackground = sender.id === browser.runtime.id && sender.tab === undefined;
    const answer = fromBackground ? findAnswer(handlers, message) : null;
    answer?.().then(sendResponse, () => sendResponse(null));
    // Only who says yes is waited for; the types know no listener that answers some messages and not others.
    return (answer !== null) as true;
  });
}

function findAnswer(handlers: Partial<FrameHandlers>, message: unknown): (() => Promise<unknown>) | null {
  if (typeof message !== 'object' || message === null) return null;
  const { to, type, input } = message as Partial<FrameEnvelope>;
  if (to !== 'frame' || type === undefined || !Object.hasOwn(handlers, type)) return null;
  // The background of the same build made it from the map's own types.
  const handle = handlers[type as FrameMessage] as (input: unknown) => unknown;
  return async () => handle(input);
}
