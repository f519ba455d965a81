import type { ReadableMail } from '#extension/messages/popup-map.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { SealedMail } from '#shared/api/mails.ts';
import { openMail } from '#shared/crypto/seal-mail.ts';
import type { Services } from './services.ts';

/** Mails that shops sent to the unique address, opened on this device. */
export async function listMails(
  services: Services,
  query: { before?: string | undefined },
): Promise<Answer<{ mails: ReadableMail[] }>> {
  const keyring = await services.keyring.read();
  if (!keyring) return { refused: 'wallet_locked' };
  const listed = await services.client.ask('listMails', {
    query: query.before === undefined ? {} : { before: query.before },
  });
  if (!('ok' in listed)) return listed;
  const { privateKey } = keyring.readingKeys;
  const mails = await Promise.all(listed.ok.mails.map(mail => readMail(mail, privateKey)));
  return { ok: { mails } };
}

async function readMail(mail: SealedMail, privateKey: string): Promise<ReadableMail> {
  const { id, receivedAtMs, senderDomain } = mail;
  const content = await openMail(privateKey, mail);
  const { from, subject, text } = content ?? { from: '', subject: '', text: '' };
  return { id, receivedAtMs, senderDomain, opened: content !== null, from, subject, text };
}
