import {
  FRAME_ANSWERS,
  FRAME_INPUTS,
  type FrameAnswer,
  type FrameEnvelope,
  type FrameInput,
  type FrameMessage,
} from './frame-map.ts';
import { type FramePlace, sendToFrame, sendToFrames } from './send.ts';

/**
 * Tells one frame something and decodes what it says; null where the frame is gone, mute or talks nonsense. What is
 * more than its map allows is not sent: nothing else ever reaches a page's process.
 */
export async function tellFrame<M extends FrameMessage>(
  place: FramePlace,
  type: M,
  input: FrameInput<M>,
): Promise<FrameAnswer<M> | null> {
  const allowed = FRAME_INPUTS[type].safeParse(input);
  if (!allowed.success) return null;
  const envelope: FrameEnvelope = { to: 'frame', type, input: allowed.data };
  const answer = await sendToFrame(place, envelope).catch(() => undefined);
  const decoded = FRAME_ANSWERS[type].safeParse(answer);
  return decoded.success ? (decoded.data as FrameAnswer<M>) : null;
}

/** Calls on all frames of a tab to tell of themselves; what they tell arrives as their own messages. */
export async function callFrames(tabId: number): Promise<void> {
  const envelope: FrameEnvelope = { to: 'frame', type: 'introduce', input: {} };
  await sendToFrames(tabId, envelope).catch(() => undefined);
}
