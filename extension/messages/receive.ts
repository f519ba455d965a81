import type { z } from 'zod';
import type { CONTENT_INPUTS, ContentAnswers } from './content-map.ts';
import { type Door, Envelope, type InputMap } from './envelope.ts';
import type { PageDoor, PageMaps } from './page-door.ts';
import type { Answer } from './refusal.ts';
import { type BrowserSender, type FrameSender, identifySender, type PageSender } from './sender.ts';

/** What a handler knows beside its input. */
interface FrameContext {
  sender: FrameSender;
}

interface PageContext {
  sender: PageSender;
  /** The same for a message that is sent again. */
  commandId: string;
}

/** One handler per message of a map. */
export type Handlers<I extends InputMap, A, C> = {
  [M in keyof I]: (input: z.output<I[M]>, context: C) => Promise<Answer<M extends keyof A ? A[M] : never>>;
};

export type PageHandlers<P extends PageDoor> = Handlers<
  PageMaps[P]['inputs'],
  PageMaps[P]['answers'],
  PageContext
>;
export type ContentHandlers = Handlers<typeof CONTENT_INPUTS, ContentAnswers, FrameContext>;

/** A map and its handlers, as the router uses them. */
export interface DoorRoute {
  inputs: InputMap;
  handlers: Record<string, (input: never, context: never) => Promise<Answer<unknown>>>;
}

/**
 * Makes the one function that takes every runtime message: decodes the envelope, lets the browser say who sent it,
 * decodes the input by that door's map and gives it to its handler. Faults are reported and become `fault`.
 */
export function createReceiver(
  routes: Record<Door, DoorRoute>,
  own: { id: string; baseUrl: string },
  reportFault: (type: string, fault: unknown) => void,
): (message: unknown, sender: BrowserSender) => Promise<Answer<unknown>> {
  return async (message, browserSender) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success) return { refused: 'message_unknown' };
    const { door, type, input, ...rest } = envelope.data;
    const sender = identifySender(browserSender, own);
    if (!sender || door !== (sender.side === 'page' ? sender.door : 'content')) {
      return { refused: 'sender_foreign' };
    }
    const { inputs, handlers } = routes[door];
    const schema = Object.hasOwn(inputs, type) ? inputs[type] : undefined;
    const decoded = schema?.safeParse(input);
    if (!decoded?.success) return { refused: 'message_unknown' };
    try {
      const handle = handlers[type];
      // The map's own schema decoded the input, and the sender is of the kind that the door takes.
      const context = { sender, ...rest } as never;
      return (await handle?.(decoded.data as never, context)) ?? { refused: 'fault' };
    } catch (fault) {
      reportFault(type, fault);
      return { refused: 'fault' };
    }
  };
}
