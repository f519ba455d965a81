import { makeOwnAddress } from '../addresses.ts';
import { hashForIndex } from '../at-rest.ts';
import type { MailOwner } from '../mail-links.ts';
import type { PostOffice } from '../post-office.ts';
import type { Letter } from './letter.ts';
import { renderHtml, renderText } from './render-letter.ts';

/** The vault did not answer: the mail is tried again later. */
class VaultUnreachableError extends Error {
  readonly code = 'vault_unreachable';
  constructor() {
    super('the vault did not answer, so that the mailbox is unknown for now');
    this.name = 'VaultUnreachableError';
  }
}

/** The real mailbox of a person, or null where the person gave none. Only to send a mail or to compare a sender. */
export async function readMailbox(office: PostOffice, personId: string): Promise<string | null> {
  const record = await office.services.vault.getRecord(personId);
  if (record === 'unreachable') throw new VaultUnreachableError();
  return record?.email ?? null;
}

interface LetterToSend {
  /** Makes it one mail however often it is tried. */
  key: string;
  /** The purchase, the shop or the change that it is about: bounces name it. */
  subjectId: string;
  /** It is about a purchase, and replies go to `confirm+<subjectId>`; to others nobody listens. */
  confirms?: boolean;
  letter: Letter;
  /** The mailbox, where it is not the one that the person has now. */
  to?: string;
  inReplyTo?: string | undefined;
}

/** Sends `letter` to the real mailbox of `owner`, which is read from the vault here and kept nowhere, or to a former one. */
export async function sendLetter(
  office: PostOffice,
  owner: Pick<MailOwner, 'personId'>,
  mail: LetterToSend,
): Promise<{ refused: string } | undefined> {
  const to = mail.to ?? (await readMailbox(office, owner.personId));
  if (to === null) return { refused: 'mailbox_missing' };
  const { mailDomain } = office.services.settings;
  const { letter, subjectId, confirms, key, inReplyTo } = mail;
  const messageId = `<${hashForIndex(office.services, ['message', key])}@${mailDomain}>`;
  const composed = await office.composer.composeLetter({
    kind: confirms ? 'purchase' : 'account',
    key,
    envelope: { from: makeOwnAddress('bounce', subjectId, mailDomain), to },
    message: {
      from: { name: 'Wayveil', address: `confirm@${mailDomain}` },
      replyTo: confirms ? makeOwnAddress('confirm', subjectId, mailDomain) : undefined,
      ...{ to, messageId, inReplyTo, subject: letter.subject, locale: letter.locale },
      ...{ atMs: office.services.clock(), text: renderText(letter), html: renderHtml(letter) },
    },
  });
  return office.mailer.deliver(composed);
}
