import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { isSameMailbox } from '../mail/addresses.ts';
import { openAtRest, sealAtRest } from '../mail/at-rest.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable } from '../storage/sql.ts';
import { findHolder } from './find-holder.ts';

/** The job that tells a mailbox that it is none of its person's any more. */
export const MAILBOX_JOB = 'mail_mailbox_changed';
/** After this the job looks for itself whether the vault took another mailbox: whoever was to say so may be gone. */
const LOOKS_AFTER_MS = 30_000;
/** How long a mailbox that was left still gets what its person alone may have. */
export const TRUSTED_MS = 7 * 86_400_000;

/** A mailbox that another takes the place of. */
export interface FormerMailbox {
  personId: string;
  mailbox: string;
  announcedAtMs: number;
  /** Whether the vault is known to have taken the other one. */
  left: boolean;
}

type Finder = Pick<Services, 'settings' | 'clock'> & { directory: Queryable };

/**
 * Whoever has a session can name another mailbox, and would get the letters from then on: the former one is told. That
 * is written down before the vault is, in a transaction of its own, so that no death of this process keeps it untold.
 */
export async function announceMailboxChange(
  services: Services,
  personId: string,
  next: string,
): Promise<void> {
  const mailbox = await readReplaced(services, personId, next);
  if (mailbox === null) return;
  const id = makeId(services);
  const atMs = services.clock();
  const sealed = sealAtRest(services, placeOf(id), Buffer.from(mailbox));
  const runAtMs = atMs + LOOKS_AFTER_MS;
  await services.directory.begin(async tx => {
    await tx`
      insert into former_mailboxes (id, person_id, sealed, announced_at_ms, ends_at_ms)
      values (${id}, ${personId}, ${sealed}, ${atMs}, ${atMs + TRUSTED_MS})`;
    await enqueueJobs(tx, [{ kind: MAILBOX_JOB, key: id, payload: { id }, runAtMs }], atMs);
  });
}

/**
 * The mailbox that `next` takes the place of; null where there is none or it stays. A vault that is away cannot say, and
 * takes the write all the same (S9).
 */
async function readReplaced(
  { vault, log }: Pick<Services, 'vault' | 'log'>,
  personId: string,
  next: string,
): Promise<string | null> {
  const before = await vault.getRecord(personId);
  if (before === 'unreachable') {
    log.warn('former_mailbox_unknown', { personId });
    return null;
  }
  return before && !isSameMailbox(before.email, next) ? before.email : null;
}

/** The vault took what was announced: a former mailbox is told now, whatever is written after it. */
export async function settleMailboxChange(services: Services, personId: string): Promise<void> {
  const nowMs = services.clock();
  const settled = await services.directory`
    with settled as (
      update former_mailboxes set left_at_ms = ${nowMs} where person_id = ${personId} and left_at_ms is null
      returning id)
    update jobs set run_at_ms = ${nowMs} from settled
    where kind = ${MAILBOX_JOB} and key = settled.id::text and lease is null`;
  if (settled.count > 0) services.nudgeJobs();
}

/** What was announced under `id`; null where it is over. */
export async function findAnnounced(services: Finder, id: string): Promise<FormerMailbox | null> {
  const [row] = await services.directory<Row[]>`
    select id, person_id, sealed, announced_at_ms, left_at_ms from former_mailboxes where id = ${id}`;
  return row ? toFormer(services, row) : null;
}

/** The vault has another mailbox, or never took one: the row says so, or goes. */
export async function endAnnouncement(services: Finder, id: string, left: boolean): Promise<void> {
  const { directory, clock } = services;
  if (left) await directory`update former_mailboxes set left_at_ms = ${clock()} where id = ${id}`;
  else await directory`delete from former_mailboxes where id = ${id}`;
}

/**
 * The mailbox that a person left within the last days, the earliest of several: whoever names another one to get their
 * letters would have to wait for as long. Null where there is none. With all memberships that share the record.
 */
export async function findFormerMailbox(services: Finder, personId: string): Promise<FormerMailbox | null> {
  const { directory, clock } = services;
  const [row] = await directory<Row[]>`
    select former.id, person_id, sealed, announced_at_ms, left_at_ms
    from former_mailboxes former left join people on people.id = person_id
    where coalesce(people.same_as, person_id) = ${await findHolder(directory, personId)}
      and left_at_ms is not null and ends_at_ms > ${clock()}
    order by announced_at_ms, former.id limit 1`;
  return row ? toFormer(services, row) : null;
}

/** With a person's real data go the mailboxes that they left. */
export async function forgetFormerMailboxes(sql: Queryable, personId: string): Promise<void> {
  const holder = await findHolder(sql, personId);
  await sql`
    delete from former_mailboxes where person_id = ${holder}
      or person_id in (select id from people where same_as = ${holder})`;
}

/** Forgets mailboxes that were left long enough ago. */
export async function deleteFormerMailboxes(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from former_mailboxes where ends_at_ms <= ${nowMs}`;
}

interface Row {
  id: string;
  person_id: string;
  sealed: Buffer;
  announced_at_ms: bigint;
  left_at_ms: bigint | null;
}

function toFormer(services: Pick<Services, 'settings'>, row: Row): FormerMailbox {
  return {
    personId: row.person_id,
    mailbox: Buffer.from(openAtRest(services, placeOf(row.id), row.sealed)).toString(),
    announcedAtMs: Number(row.announced_at_ms),
    left: row.left_at_ms !== null,
  };
}

/** Where a former mailbox lies sealed, and opens nowhere else. */
function placeOf(id: string): string {
  return `former_mailboxes:${id}`;
}
