import type { Operation } from '#shared/api/contract.ts';

/** Calls that are counted over all processes together, and by whom. */
export type Guard = 'address' | 'party' | 'code' | 'letter' | 'card';

/**
 * The operations behind which a secret could be tried, by which letters go out, or that take what all share (a hub has so
 * many codes); all others count per process.
 * Beside them: wrong tries of a code are counted with the code, wrong proofs of a carrier with what they asked for.
 */
export const GUARDS: Partial<Record<Operation, Guard>> = {
  beginRegistration: 'address',
  join: 'address',
  beginSignIn: 'address',
  signIn: 'address',
  refreshSession: 'address',
  uniteMemberships: 'party',
  getArmedNumber: 'party',
  requestCode: 'code',
  addPasskey: 'letter',
  removePasskey: 'letter',
  putRealData: 'letter',
  beginMailboxProof: 'letter',
  proveMailbox: 'party',
  beginPasskeyKeeping: 'address',
  keepPasskey: 'address',
  issueCard: 'card',
};
