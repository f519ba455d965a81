import type { RealData } from '#shared/api/people.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { sealAtRest } from '../mail/at-rest.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable } from '../storage/sql.ts';

/** The job that tells a mailbox that it is none of its person's any more. */
export const MAILBOX_JOB = 'mail_mailbox_changed';

/** Where a mailbox that is to be told lies sealed: in one job, until that is done. */
export function placeOfFormerMailbox(personId: string, id: string): string {
  return `jobs:${MAILBOX_JOB}:${personId}:${id}`;
}

/**
 * The mailbox that `next` takes the place of; null where there is none or it stays. A vault that is away cannot say, and
 * takes the write all the same (S9).
 */
export async function findFormerMailbox(
  { vault, log }: Pick<Services, 'vault' | 'log'>,
  personId: string,
  next: RealData,
): Promise<string | null> {
  const before = await vault.getRecord(personId);
  if (before === 'unreachable') {
    log.warn('former_mailbox_unknown', { personId });
    return null;
  }
  const fold = (email: string) => email.trim().toLowerCase();
  return before && fold(before.email) !== fold(next.email) ? before.email : null;
}

/** Whoever has a session can name another mailbox, and would get the letters from then on: the former one is told. */
export async function tellFormerMailbox(
  services: Services,
  personId: string,
  mailbox: string,
): Promise<void> {
  const id = makeId(services);
  const atMs = services.clock();
  const sealed = sealAtRest(services, placeOfFormerMailbox(personId, id), Buffer.from(mailbox));
  const payload = { personId, id, atMs, sealed: sealed.toString('base64url') };
  await enqueueJobs(services.directory, [{ kind: MAILBOX_JOB, key: id, payload, runAtMs: atMs }], atMs);
  services.nudgeJobs();
}

/** With a person's real data goes a mailbox that is still to be told. */
export async function forgetFormerMailboxes(sql: Queryable, personId: string): Promise<void> {
  await sql`delete from jobs where kind = ${MAILBOX_JOB} and payload ->> 'personId' = ${personId}`;
}
