import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { countNames } from '../app/shared-counts.ts';
import { nameReceiver } from '../mail/addresses.ts';
import { openAtRest, sealAtRest } from '../mail/at-rest.ts';
import { MAX_TRIES, makeCode } from '../purchases/confirmation-codes.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';

/** The job that mails the code. */
export const MAILBOX_PROOF_JOB = 'mail_mailbox_proof';
/** How long the code of a letter is good; letters may take their time. */
export const PROOF_LIFETIME_MS = 30 * 60_000;
/** To one mailbox, whoever asks for them. */
const MOST_PROOFS_AN_HOUR = 6;

const Sealed = z.object({ mailbox: z.string(), code: z.string() });

/** A mailbox and what its letter says; in the directory sealed only. */
export interface MailboxProof {
  personId: string;
  mailbox: string;
  code: string;
  endsAtMs: number;
}

/**
 * Writes a proof down and has its letter sent; whatever the person began before ends. The mailbox may be a stranger's:
 * however many people name it, it gets so many letters an hour and no more.
 */
export async function keepMailboxProof(
  services: Services,
  { personId, mailbox }: { personId: string; mailbox: string },
): Promise<string | 'too_many'> {
  const id = makeId(services);
  const nowMs = services.clock();
  const window = { nowMs, windowMs: 3_600_000 };
  const [letters] = await countNames(services, [`proof ${nameReceiver(mailbox)}`], window);
  if (!letters || letters.count > MOST_PROOFS_AN_HOUR) return 'too_many';
  const said = Buffer.from(JSON.stringify({ mailbox, code: makeCode(services.random) }));
  const sealed = sealAtRest(services, placeOf(id), said);
  await transact(services.directory, async tx => {
    await tx`
      insert into mailbox_proofs (person_id, id, sealed, tries, ends_at_ms)
      values (${personId}, ${id}, ${sealed}, 0, ${nowMs + PROOF_LIFETIME_MS})
      on conflict (person_id) do update set
        id = excluded.id, sealed = excluded.sealed, tries = 0, ends_at_ms = excluded.ends_at_ms`;
    await enqueueJobs(tx, [{ kind: MAILBOX_PROOF_JOB, key: id, payload: { id }, runAtMs: nowMs }], nowMs);
  });
  services.nudgeJobs();
  return id;
}

/** What the letter of a proof is written from; null where it is over. */
export async function findMailboxProof(
  services: Pick<Services, 'settings' | 'clock'> & { directory: Queryable },
  id: string,
): Promise<MailboxProof | null> {
  const [row] = await services.directory<Row[]>`
    select person_id, sealed, tries, ends_at_ms from mailbox_proofs where id = ${id}`;
  return row && row.ends_at_ms > BigInt(services.clock()) ? openProof(services, id, row) : null;
}

type ProofRefusal = 'code_wrong' | 'code_expired' | 'code_tries_over';

/** The mailbox that `code` proves; each try counts before it is judged, so that many at once gain nothing. */
export async function tryMailboxCode(
  services: Services,
  { id, personId, code }: { id: string; personId: string; code: string },
): Promise<{ mailbox: string } | { refused: ProofRefusal }> {
  const [row] = await services.directory<Row[]>`
    update mailbox_proofs set tries = tries + 1 where id = ${id} and person_id = ${personId}
    returning person_id, sealed, tries, ends_at_ms`;
  if (!row || row.ends_at_ms <= BigInt(services.clock())) return { refused: 'code_expired' };
  if (row.tries > MAX_TRIES) return { refused: 'code_tries_over' };
  const proof = openProof(services, id, row);
  if (!isSameCode(proof.code, code)) return { refused: 'code_wrong' };
  return { mailbox: proof.mailbox };
}

/** With a person's real data go the mailboxes that they wanted, proven ones that wait for their passkey among them. */
export async function forgetMailboxProofs(sql: Queryable, personId: string): Promise<void> {
  await sql`
    with proven as (delete from challenges where person_id = ${personId} and purpose = 'mailbox_change')
    delete from mailbox_proofs where person_id = ${personId}`;
}

/** Forgets proofs that are over. */
export async function deleteMailboxProofs(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from mailbox_proofs where ends_at_ms <= ${nowMs}`;
}

interface Row {
  person_id: string;
  sealed: Buffer;
  tries: number;
  ends_at_ms: bigint;
}

function openProof(services: Pick<Services, 'settings'>, id: string, row: Row): MailboxProof {
  const said = Buffer.from(openAtRest(services, placeOf(id), row.sealed)).toString();
  return { personId: row.person_id, endsAtMs: Number(row.ends_at_ms), ...Sealed.parse(JSON.parse(said)) };
}

/** However it is spaced. */
function isSameCode(code: string, given: string): boolean {
  const [one, other] = [Buffer.from(code), Buffer.from(given.normalize('NFKC').replace(/\D/g, ''))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Where a proof lies sealed, and opens nowhere else. */
function placeOf(id: string): string {
  return `mailbox_proofs:${id}`;
}
