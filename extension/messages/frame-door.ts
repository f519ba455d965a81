import { safeParse } from 'valibot';
import {
  FRAME_ANSWERS,
  FRAME_INPUTS,
  type FrameAnswer,
  type FrameInput,
  type FrameMessage,
} from './frame-map.ts';
import { sendToFrame, sendToFrames } from './send.ts';

/** A message to a content script: its name and input. */
export interface FrameEnvelope {
  to: 'frame';
  type: string;
  input: unknown;
}

/** Tells one frame something and decodes what it says; null where the frame is gone, mute or talks nonsense. */
export async function tellFrame<M extends FrameMessage>(
  place: { tabId: number; frameId: number },
  type: M,
  input: FrameInput<M>,
): Promise<FrameAnswer<M> | null> {
  const envelope: FrameEnvelope = { to: 'frame', type, input };
  const answer = await sendToFrame(place, envelope).catch(() => undefined);
  const decoded = safeParse(FRAME_ANSWERS[type], answer);
  return decoded.success ? (decoded.output as FrameAnswer<M>) : null;
}

/** Calls on all frames of a tab to tell of themselves; what they tell arrives as their own messages. */
export async function callFrames(tabId: number): Promise<void> {
  const envelope: FrameEnvelope = { to: 'frame', type: 'introduce', input: {} };
  await sendToFrames(tabId, envelope).catch(() => undefined);
}

export type FrameHandlers = {
  [M in FrameMessage]: (input: FrameInput<M>) => FrameAnswer<M> | Promise<FrameAnswer<M>>;
};

/** The content script's side: decodes a message of the background and answers it; null for anything else. */
export async function answerFrameMessage(handlers: FrameHandlers, message: unknown): Promise<unknown> {
  if (typeof message !== 'object' || message === null) return null;
  const { to, type, input } = message as Partial<FrameEnvelope>;
  if (to !== 'frame' || type === undefined || !Object.hasOwn(FRAME_INPUTS, type)) return null;
  return handle(handlers, type as FrameMessage, input);
}

async function handle<M extends FrameMessage>(
  handlers: FrameHandlers,
  type: M,
  input: unknown,
): Promise<unknown> {
  const decoded = safeParse(FRAME_INPUTS[type], input);
  return decoded.success ? handlers[type](decoded.output as FrameInput<M>) : null;
}
