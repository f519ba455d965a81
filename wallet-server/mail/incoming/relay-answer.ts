import { isSameMailbox, makeOwnAddress } from '../addresses.ts';
import { hashForIndex } from '../at-rest.ts';
import { readMailbox } from '../outgoing/send-letter.ts';
import type { PostOffice } from '../post-office.ts';
import { isAutomatic } from './automatic.ts';
import { claimEffect } from './inbound-mails.ts';
import type { ReadMail } from './read-mail.ts';
import { findRelayAddress } from './relay-addresses.ts';

/**
 * A person's answer to a shop through a relay address. It goes out from the unique address, as text only: the real
 * mailbox is taken out of quoted headers, and HTML, names and attachments stay behind, for they tell more than is seen.
 */
export async function relayAnswer(office: PostOffice, read: ReadMail): Promise<string> {
  const { mail, parsed, authentication } = read;
  const { services } = office;
  if (isAutomatic(parsed, mail.sender)) return 'automatic';
  const relay = await findRelayAddress(services, mail.recipient.id);
  const owner = relay && (await office.links.findOwner(relay.personId));
  if (!relay || !owner) return 'relay_unknown';
  const mailbox = await readMailbox(office, relay.personId);
  const from = authentication.signed ? authentication.from : null;
  if (from === null || mailbox === null || !isSameMailbox(from, mailbox)) return 'sender_wrong';
  const messageId = parsed.messageId ?? mail.id;
  if (!(await claimEffect(services, mail, { messageId, provenSender: from }))) return 'duplicate';
  const hide = (text: string) => replaceMailbox(text, mailbox, owner.uniqueAddress);
  const { mailDomain } = services.settings;
  const key = `relay ${mail.id}`;
  const composed = await office.composer.composeMail({
    kind: 'relayed',
    key,
    envelope: { from: makeOwnAddress('bounce', mail.id, mailDomain), to: relay.correspondent },
    message: {
      ...{ from: owner.uniqueAddress, to: relay.correspondent, date: new Date(services.clock()) },
      messageId: `<${hashForIndex(services, ['message', key])}@${mailDomain}>`,
      ...(parsed.inReplyTo && { inReplyTo: parsed.inReplyTo, references: parsed.inReplyTo }),
      subject: hide(parsed.subject ?? ''),
      text: hide(parsed.text ?? ''),
    },
  });
  const refusal = await office.mailer.deliver(composed);
  return refusal?.refused ?? 'relayed';
}

function replaceMailbox(text: string, mailbox: string, uniqueAddress: string): string {
  const pattern = new RegExp(mailbox.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  return text.replace(pattern, uniqueAddress);
}
