import { markUnanswered } from '../bank/await-answers.ts';
import { closeBooks } from '../ledger/close-books.ts';
import { deleteOldCheckpoints } from '../log/checkpoints.ts';
import { deleteOldMails } from '../mail/outbox/outbox-mails.ts';
import { rotateNumbers } from '../numbers/rotate-numbers.ts';
import { deleteExpiredChallenges } from '../people/challenge.ts';
import { deleteFormerMailboxes } from '../people/former-mailbox.ts';
import { giveUpOldJoinings } from '../people/joinings.ts';
import { deleteRemovedPasskeys } from '../people/keep-passkey.ts';
import { deleteMailboxProofs } from '../people/mailbox-proof.ts';
import { deleteExpiredTokens } from '../people/session-tokens.ts';
import { deleteExpiredKeys } from '../storage/idempotency.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { Services } from './services.ts';
import { deleteEndedCounts } from './shared-counts.ts';

const EVERY_MS = 5 * 60_000;

/** Forgets what is over, now and then; any number of processes may do so. Returns how to stop. */
export function sweepRegularly(services: Services): () => void {
  const timer = setInterval(() => {
    sweep(services).catch(fault => services.log.warn('sweep_failed', { code: errorCodeOf(fault) }));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function sweep(services: Services): Promise<void> {
  const { directory, clock } = services;
  await closeBooks({ directory, clock });
  const nowMs = clock();
  await deleteExpiredChallenges(directory, nowMs);
  await giveUpOldJoinings(services);
  await deleteExpiredTokens(directory, nowMs);
  await deleteRemovedPasskeys(directory, nowMs);
  await deleteFormerMailboxes(directory, nowMs);
  await deleteMailboxProofs(directory, nowMs);
  await deleteExpiredKeys(directory, nowMs);
  await deleteEndedCounts(directory, nowMs);
  await deleteOldCheckpoints(directory, nowMs);
  await markUnanswered(services);
  await deleteOldMails(directory, nowMs);
  await rotateNumbers(services);
}
