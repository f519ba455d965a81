import type { WalletState } from '../messages/wallet-messages.ts';
import type { Finish } from './join.ts';

/** Where the onboarding stands. */
export type Step =
  | { name: 'begin' }
  | { name: 'passphrase'; finish: Finish }
  | { name: 'sealed' }
  | { name: 'locked' }
  | { name: 'data' }
  | { name: 'card' }
  | { name: 'access' }
  | { name: 'done' };

/** The steps that are counted for a person: passkey, data, card, access. */
export const COUNTED_STEPS = ['begin', 'data', 'card', 'access'] as const;

/** The step that follows from how the wallet on this device stands. */
export function findStep({ wallet }: WalletState): Step {
  if (wallet === 'unlocked') return { name: 'data' };
  if (wallet === 'sealed') return { name: 'sealed' };
  return wallet === 'locked' ? { name: 'locked' } : { name: 'begin' };
}

/** Which of the counted steps `step` belongs to, from 1; the last one's number plus one when all is done. */
export function countStep(step: Step): number {
  if (step.name === 'done') return COUNTED_STEPS.length + 1;
  const index = (COUNTED_STEPS as readonly Step['name'][]).indexOf(step.name);
  return index < 0 ? 1 : index + 1;
}
