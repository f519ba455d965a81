import type { ParsedMail } from 'mailparser';
import { sealMail } from '#shared/crypto/seal-mail.ts';
import type { Handler } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { Sender } from './incoming/forward-mail.ts';
import type { InboundMail } from './incoming/inbound-mails.ts';
import type { MailOwner } from './mail-links.ts';

const MAX_TEXT_LENGTH = 100_000;
/** Of one person: whoever knows an address fills no more of our disk than this; all of them went to the mailbox too. */
const MOST_KEPT = 1000;

/** Keeps a shop's mail sealed to its owner's reading key (S25), the newest ones; nothing where the owner has none yet. */
export async function keepSealed(
  services: Services,
  owner: MailOwner,
  {
    mail,
    parsed,
    sender,
  }: { mail: Pick<InboundMail, 'id' | 'receivedAtMs'>; parsed: ParsedMail; sender: Sender },
): Promise<void> {
  if (owner.readingKey === null) return;
  const sealed = await sealMail(owner.readingKey, mail.id, {
    from: sender.name === sender.domain ? sender.address : `${sender.name} <${sender.address}>`,
    subject: parsed.subject ?? '',
    text: (parsed.text ?? '').slice(0, MAX_TEXT_LENGTH),
    receivedAtMs: mail.receivedAtMs,
  });
  const { personId } = owner;
  // What this statement inserts is not yet among what it reads.
  await services.directory`
    with kept as (
      insert into sealed_mails (id, person_id, received_at_ms, sender_domain, enc, ciphertext)
      values (${mail.id}, ${personId}, ${mail.receivedAtMs}, ${sender.domain}, ${sealed.enc}, ${sealed.ciphertext})
      on conflict (id) do nothing
      returning id)
    delete from sealed_mails where person_id = ${personId} and id < (
      select id from sealed_mails where person_id = ${personId} order by id desc limit 1
      offset (select ${MOST_KEPT - 1} - count(*) from kept))`;
}

interface Row {
  id: string;
  received_at_ms: bigint;
  sender_domain: string;
  enc: string;
  ciphertext: string;
}

/** The caller's own mails, newest first; ids sort by time. */
export const listMails: Handler<'listMails'> = async ({ directory }, { party, query }) => {
  const { before, limit } = query;
  const rows = await directory<Row[]>`
    select id, received_at_ms, sender_domain, enc, ciphertext from sealed_mails
    where person_id = ${party.personId} ${before === undefined ? directory`` : directory`and id < ${before}`}
    order by id desc limit ${limit}`;
  const mails = rows.map(({ id, received_at_ms, sender_domain, enc, ciphertext }) => {
    return { id, receivedAtMs: Number(received_at_ms), senderDomain: sender_domain, enc, ciphertext };
  });
  return { ok: { mails } };
};
