import type { z } from 'zod';
import type { CONFIRM_INPUTS, ConfirmAnswers } from './confirm-map.ts';
import type { Door, PageEnvelope } from './envelope.ts';
import type { ONBOARDING_INPUTS, OnboardingAnswers } from './onboarding-map.ts';
import type { POPUP_INPUTS, PopupAnswers } from './popup-map.ts';
import type { Answer } from './refusal.ts';
import { sendToBackground } from './send.ts';
import type { WHY_INPUTS, WhyAnswers } from './why-map.ts';

export interface PageMaps {
  popup: { inputs: typeof POPUP_INPUTS; answers: PopupAnswers };
  confirm: { inputs: typeof CONFIRM_INPUTS; answers: ConfirmAnswers };
  onboarding: { inputs: typeof ONBOARDING_INPUTS; answers: OnboardingAnswers };
  why: { inputs: typeof WHY_INPUTS; answers: WhyAnswers };
}
export type PageDoor = keyof PageMaps & Door;

type InputOf<P extends PageDoor, M extends keyof PageMaps[P]['inputs']> = z.input<
  PageMaps[P]['inputs'][M] & z.ZodType
>;
type AnswerOf<P extends PageDoor, M> = M extends keyof PageMaps[P]['answers']
  ? PageMaps[P]['answers'][M]
  : never;

/** Asks the background; never throws. */
export type Ask<P extends PageDoor> = <M extends keyof PageMaps[P]['inputs'] & string>(
  type: M,
  input: InputOf<P, M>,
) => Promise<Answer<AnswerOf<P, M>>>;

const TRIES = 4;

/**
 * The door of one extension page. A background that dies before it answers is asked again with the same
 * `commandId`, so that what it had begun is finished and not done twice.
 */
export function openDoor<P extends PageDoor>(
  door: P,
  send: (envelope: PageEnvelope) => Promise<unknown> = sendToBackground,
): Ask<P> {
  return async (type, input) => {
    const envelope: PageEnvelope = { door, type, commandId: crypto.randomUUID(), input };
    for (let tried = 0; tried < TRIES; tried++) {
      const answer = await send(envelope).catch(() => undefined);
      // The background made this answer from typed handlers of the same build.
      if (isAnswer(answer)) return answer as Answer<AnswerOf<P, typeof type>>;
    }
    return { refused: 'fault' };
  };
}

function isAnswer(answer: unknown): answer is Answer<unknown> {
  return typeof answer === 'object' && answer !== null && ('ok' in answer || 'refused' in answer);
}
