import type { RealData } from '#shared/api/people.ts';
import type { Call } from '../app/handler.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { sealAtRest } from '../mail/at-rest.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable } from '../storage/sql.ts';

/** The job that tells a mailbox that it is none of its person's any more. */
export const MAILBOX_JOB = 'mail_mailbox_changed';
/** After this the job looks for itself whether the vault took another mailbox: whoever was to say so may be gone. */
const LOOKS_AFTER_MS = 30_000;

/** Where a mailbox that is to be told lies sealed: in one job, until that is done. */
export function placeOfFormerMailbox(personId: string, id: string): string {
  return `jobs:${MAILBOX_JOB}:${personId}:${id}`;
}

/** Whether two are one mailbox: people type their own either way. */
export function isSameMailbox(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * Whoever has a session can name another mailbox, and would get the letters from then on: the former one is told. That
 * is written down before the vault is, in a transaction of its own, so that no death of this process keeps it untold.
 */
export async function announceMailboxChange(services: Services, call: Call<'putRealData'>): Promise<void> {
  const { personId } = call.party;
  const mailbox = await findFormerMailbox(services, personId, call.body.realData);
  if (mailbox === null) return;
  const id = makeId(services);
  const atMs = services.clock();
  const sealed = sealAtRest(services, placeOfFormerMailbox(personId, id), Buffer.from(mailbox));
  const payload = { personId, id, atMs, sealed: sealed.toString('base64url'), written: false };
  const runAtMs = atMs + LOOKS_AFTER_MS;
  await enqueueJobs(services.directory, [{ kind: MAILBOX_JOB, key: id, payload, runAtMs }], atMs);
}

/**
 * The mailbox that `next` takes the place of; null where there is none or it stays. A vault that is away cannot say, and
 * takes the write all the same (S9).
 */
async function findFormerMailbox(
  { vault, log }: Pick<Services, 'vault' | 'log'>,
  personId: string,
  next: RealData,
): Promise<string | null> {
  const before = await vault.getRecord(personId);
  if (before === 'unreachable') {
    log.warn('former_mailbox_unknown', { personId });
    return null;
  }
  return before && !isSameMailbox(before.email, next.email) ? before.email : null;
}

/** The vault took what was announced: a former mailbox is told now, whatever is written after it. */
export async function settleMailboxChange(services: Services, personId: string): Promise<void> {
  const { directory } = services;
  const settled = await directory`
    update jobs set payload = payload || ${directory.json({ written: true })},
      run_at_ms = case when lease is null then ${services.clock()} else run_at_ms end
    where kind = ${MAILBOX_JOB} and payload ->> 'personId' = ${personId} and payload ->> 'written' = 'false'`;
  if (settled.count > 0) services.nudgeJobs();
}

/** With a person's real data goes a mailbox that is still to be told. */
export async function forgetFormerMailboxes(sql: Queryable, personId: string): Promise<void> {
  await sql`delete from jobs where kind = ${MAILBOX_JOB} and payload ->> 'personId' = ${personId}`;
}
