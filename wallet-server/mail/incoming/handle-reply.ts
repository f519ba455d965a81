import { isSameMailbox } from '../addresses.ts';
import { readMailbox, sendLetter } from '../outgoing/send-letter.ts';
import { writeReplyRefusal } from '../outgoing/write-letters.ts';
import type { PostOffice } from '../post-office.ts';
import { isAutomatic } from './automatic.ts';
import { findCode, soundsLikeNo } from './find-code.ts';
import { claimEffect } from './inbound-mails.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * S30: a reply confirms where sender and code both match. The sender matches only where a DKIM signature aligned
 * with From holds and From is the person's real mailbox. Refusals are answered to a proven sender only.
 */
export async function handleReply(office: PostOffice, read: ReadMail): Promise<string> {
  const { mail, parsed, authentication } = read;
  const purchaseId = mail.recipient.id;
  if (isAutomatic(parsed, mail.sender)) return 'automatic';
  const purchase = await office.links.findPurchase(purchaseId);
  if (purchase === null) return 'purchase_unknown';
  const from = authentication.signed ? authentication.from : null;
  const messageId = parsed.messageId ?? mail.id;
  if (!(await claimEffect(office.services, mail, { messageId, provenSender: from }))) return 'duplicate';
  const mailbox = await readMailbox(office, purchase.personId);
  const senderMatches = from !== null && mailbox !== null && isSameMailbox(from, mailbox);
  // Not even counted as a try: else anyone who learns the address could use up the owner's tries.
  if (!senderMatches) return 'sender_wrong';
  // The try before this one may have confirmed and then died.
  if (read.attempt > 1 && purchase.confirmedBy === 'reply') return 'confirmed';
  const refusal = await decideReply(office, read);
  if (refusal === null) return 'confirmed';
  const owner = await office.links.findOwner(purchase.personId);
  if (owner === null) return refusal;
  const current = (await office.links.findPurchase(purchaseId)) ?? purchase;
  const letter = writeReplyRefusal(current, refusal, owner.locale);
  await sendLetter(office, owner, {
    ...{ key: `reply refusal ${mail.id}`, subjectId: purchaseId, confirms: true, letter },
    inReplyTo: parsed.messageId,
  });
  return refusal;
}

async function decideReply(office: PostOffice, { mail, parsed }: ReadMail): Promise<string | null> {
  const text = parsed.text ?? '';
  if (soundsLikeNo(text)) return 'reply_unclear';
  const html = parsed.html === false ? '' : parsed.html;
  const code = findCode({ subject: parsed.subject ?? '', text, html });
  const answer = await office.links.confirmByReply({
    ...{ purchaseId: mail.recipient.id, senderMatches: true, code },
  });
  if (!('refused' in answer)) return null;
  return code === null && answer.refused === 'code_wrong' ? 'code_missing' : answer.refused;
}
