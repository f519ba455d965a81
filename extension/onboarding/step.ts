import type { OnboardingAnswers } from '../messages/onboarding-map.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import type { Finish } from './join.ts';

/** Where the onboarding stands. */
export type Step =
  | { name: 'begin' }
  | { name: 'passphrase'; finish: Finish }
  | { name: 'sealed' }
  | { name: 'locked' }
  /** The keys are open: what is there already decides what comes next. */
  | { name: 'setup' }
  | { name: 'data' }
  | { name: 'card' }
  | { name: 'access' }
  | { name: 'done' };

/** The steps that are counted for a person: passkey, data, card, access. */
export const COUNTED_STEPS = ['begin', 'data', 'card', 'access'] as const;

/** The step that follows from how the wallet on this device stands. */
export function findStep({ wallet }: WalletState): Step {
  if (wallet === 'unlocked') return { name: 'setup' };
  if (wallet === 'sealed') return { name: 'sealed' };
  return wallet === 'locked' ? { name: 'locked' } : { name: 'begin' };
}

/** The first step that is not done yet; who comes back on a new device is asked for nothing twice. */
export function findSetupStep({ hasRealData, hasCards }: OnboardingAnswers['getSetup']): Step {
  // A card without data: its owner put the data off, and has been shown the form.
  if (hasCards) return { name: 'access' };
  return { name: hasRealData ? 'card' : 'data' };
}

/** Which of the counted steps `step` belongs to, from 1; the last one's number plus one when all is done. */
export function countStep(step: Step): number {
  if (step.name === 'done') return COUNTED_STEPS.length + 1;
  const index = (COUNTED_STEPS as readonly Step['name'][]).indexOf(step.name);
  return index < 0 ? 1 : index + 1;
}
