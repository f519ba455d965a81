import { z } from 'zod';
import { makeId } from '../../app/make-id.ts';
import type { Services } from '../../app/services.ts';
import { enqueueJobs } from '../../storage/jobs/enqueue-jobs.ts';
import { transact } from '../../storage/transact.ts';
import { hashForIndex, openAtRest, sealAtRest } from '../at-rest.ts';
import type { Recipient } from './recipient.ts';

const KEPT_MS = 30 * 86_400_000;

const Arrival = z.object({
  /** RFC 5321 envelope sender, empty for bounces. */
  sender: z.string(),
  ip: z.string(),
  helo: z.string(),
  raw: z.base64(),
});

/** A mail as it came over SMTP. */
export interface Arrival {
  sender: string;
  ip: string;
  helo: string;
  raw: Buffer;
}

export interface InboundMail extends Arrival {
  id: string;
  recipient: Recipient;
  receivedAtMs: number;
}

/** Keeps a mail for each recipient, encrypted, with the job that works on it: when this returns, nothing is lost. */
export async function keepInbound(
  services: Services,
  recipients: readonly Recipient[],
  arrival: Arrival,
): Promise<void> {
  const nowMs = services.clock();
  const plaintext = Buffer.from(JSON.stringify({ ...arrival, raw: arrival.raw.toString('base64') }));
  await transact(services.directory, async tx => {
    for (const { kind, id: recipientId } of recipients) {
      const id = makeId(services);
      const sealed = sealAtRest(services, `inbound_mails ${id}`, plaintext);
      await tx`
        insert into inbound_mails (id, recipient_kind, recipient_id, received_at_ms, sealed)
        values (${id}, ${kind}, ${recipientId}, ${nowMs}, ${sealed})`;
      await enqueueJobs(
        tx,
        [{ kind: 'mail_inbound', key: id, payload: { mailId: id }, runAtMs: nowMs }],
        nowMs,
      );
    }
    await tx`delete from inbound_mails where sealed is null and received_at_ms < ${nowMs - KEPT_MS}`;
  });
  services.nudgeJobs();
}

interface Row {
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  received_at_ms: bigint;
  sealed: Buffer | null;
}

/** A mail that still waits for its effect; null where it had it. */
export async function readInbound(services: Services, id: string): Promise<InboundMail | null> {
  const [row] = await services.directory<Row[]>`
    select recipient_kind, recipient_id, received_at_ms, sealed from inbound_mails where id = ${id}`;
  if (!row?.sealed) return null;
  const bytes = openAtRest(services, `inbound_mails ${id}`, row.sealed);
  const { raw, ...arrival } = Arrival.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return {
    ...arrival,
    id,
    raw: Buffer.from(raw, 'base64'),
    recipient: { kind: row.recipient_kind, id: row.recipient_id },
    receivedAtMs: Number(row.received_at_ms),
  };
}

/**
 * Claims the one effect that this mail may have. False where another delivery of it has claimed it already.
 * The claim names the proven sender: a forger cannot use up the Message-ID of a mail that is still to come.
 */
export async function claimEffect(
  services: Services,
  mail: InboundMail,
  content: { messageId: string; provenSender: string | null },
): Promise<boolean> {
  const { kind, id } = mail.recipient;
  const key = hashForIndex(services, [
    'effect',
    kind,
    id,
    content.provenSender ?? `unproven ${mail.sender}`,
    content.messageId,
  ]);
  const claimed = await services.directory`
    update inbound_mails set effect_key = ${key}
    where id = ${mail.id} and not exists (
      select 1 from inbound_mails where effect_key = ${key} and id <> ${mail.id})`;
  return claimed.count === 1;
}

/** The mail had its effect: what it said is gone, how it ended stays for a while. */
export async function endInbound(services: Services, id: string, outcome: string): Promise<void> {
  await services.directory`update inbound_mails set sealed = null, outcome = ${outcome} where id = ${id}`;
  services.log.info('inbound mail ended', { mailId: id, outcome });
}
