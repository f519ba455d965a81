import type { AddressObject, ParsedMail } from 'mailparser';
import { makeOwnAddress, splitAddress } from '../addresses.ts';
import { readMailbox } from '../outgoing/send-letter.ts';
import type { PostOffice } from '../post-office.ts';
import { keepSealed } from '../sealed-mails.ts';
import { formatText } from '../texts.ts';
import { claimEffect } from './inbound-mails.ts';
import type { ReadMail } from './read-mail.ts';
import { keepRelayAddress } from './relay-addresses.ts';
import { LOOP_HEADER, rewriteMail } from './rewrite-mail.ts';

const MAX_HOPS = 30;

/** S25: a shop's mail to a unique address, sealed for the popup and forwarded to the real mailbox. */
export async function forwardMail(office: PostOffice, read: ReadMail): Promise<string> {
  const { mail, parsed, authentication } = read;
  const { services } = office;
  const owner = await office.links.findOwner(mail.recipient.id);
  if (owner === null) return 'owner_unknown';
  if (isLooping(parsed)) return 'loop';
  const sender = readSender(parsed, mail.sender);
  if (sender === null) return 'sender_missing';
  const provenSender = authentication.proven ? authentication.from : null;
  const messageId = parsed.messageId ?? mail.id;
  if (!(await claimEffect(services, mail, { messageId, provenSender }))) return 'duplicate';
  await keepSealed(services, owner, { mail, parsed, sender });

  const mailbox = await readMailbox(office, owner.personId);
  if (mailbox === null) return 'kept';
  const { mailDomain } = services.settings;
  const relayId = await keepRelayAddress(services, owner.personId, sender.replyTo);
  const address = makeOwnAddress('relay', relayId, mailDomain);
  const key = provenSender === null ? 'forward.name.unproven' : 'forward.name';
  const name = formatText(owner.locale, key, { sender: sender.name });
  const headers = { from: { name, address }, replyTo: address, to: owner.uniqueAddress, mailDomain };
  const composed = await office.composer.composeMail({
    kind: 'relayed',
    key: `forward ${mail.id}`,
    envelope: { from: makeOwnAddress('bounce', mail.id, mailDomain), to: mailbox },
    message: { raw: rewriteMail(mail.raw, headers) },
  });
  const refusal = await office.mailer.deliver(composed);
  return refusal?.refused ?? 'forwarded';
}

function isLooping({ headerLines }: ParsedMail): boolean {
  const marked = headerLines.some(({ key }) => key === LOOP_HEADER.toLowerCase());
  return marked || headerLines.filter(({ key }) => key === 'received').length > MAX_HOPS;
}

/** Who wrote to the person, and where answers go. */
export interface Sender {
  name: string;
  address: string;
  domain: string;
  replyTo: string;
}

function readSender(parsed: ParsedMail, envelopeSender: string): Sender | null {
  const from = firstAddress(parsed.from);
  const address = from?.address || envelopeSender;
  const domain = splitAddress(address)?.domain;
  if (domain === undefined) return null;
  const replyTo = firstAddress(parsed.replyTo)?.address || address;
  return { name: from?.name || domain, address, domain, replyTo: splitAddress(replyTo) ? replyTo : address };
}

function firstAddress(
  field: AddressObject | undefined,
): { name: string; address?: string | undefined } | null {
  return field?.value[0] ?? null;
}
