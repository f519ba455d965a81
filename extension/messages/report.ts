import type { z } from 'zod';
import type { CONTENT_INPUTS, ContentAnswers } from './content-map.ts';
import { sendToBackground } from './send.ts';

type ContentMessage = keyof typeof CONTENT_INPUTS;

export type Report = typeof report;

/**
 * Tells the background what a content script saw. Null where nobody answered: the extension was updated under
 * this page, and its script has nothing more to say.
 */
export async function report<M extends ContentMessage>(
  type: M,
  input: z.input<(typeof CONTENT_INPUTS)[M]>,
): Promise<ContentAnswers[M] | null> {
  const answer = await sendToBackground({ door: 'content', type, input }).catch(() => undefined);
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return null;
  return answer.ok as ContentAnswers[M];
}
