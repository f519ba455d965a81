import { z } from 'zod';
import type { Locale } from '#shared/api/locale.ts';
import { findMailboxProof, type MailboxProof } from '../../people/mailbox-proof.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './tell-owner.ts';

const Payload = z.object({ id: z.uuid() });

/** The code that proves a mailbox; whoever did not ask for it has nothing to do. */
export function writeMailboxProof({ code, endsAtMs }: MailboxProof, locale: Locale): Letter {
  const say = (key: TextKey) => formatText(locale, key);
  return {
    ...{ locale, stages: null },
    ...{ subject: say('mailbox_proof.subject'), heading: say('mailbox_proof.heading') },
    code: { label: say('mailbox_proof.code'), digits: code },
    paragraphs: [say('mailbox_proof.lead'), say('mailbox_proof.wrong')],
    facts: [{ label: say('fact.code_until'), value: formatTime(endsAtMs, locale) }],
    footer: say('footer.mailbox'),
  };
}

/** To the mailbox that is to be proven, never to the one that the person has. */
export async function findMailboxProofNotice(office: PostOffice, payload: unknown): Promise<Notice | 'over'> {
  const { id } = Payload.parse(payload);
  const proof = await findMailboxProof(office.services, id);
  if (!proof) return 'over';
  const { personId, mailbox } = proof;
  return { personId, subjectId: id, to: mailbox, write: locale => writeMailboxProof(proof, locale) };
}
