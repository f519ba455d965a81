import { z } from 'zod';
import { isSameMailbox, placeOfFormerMailbox } from '../../people/tell-former-mailbox.ts';
import { openAtRest } from '../at-rest.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type Locale, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { readMailbox } from './send-letter.ts';
import type { Notice } from './tell-owner.ts';

const Payload = z.object({
  ...{ personId: z.uuid(), id: z.uuid(), atMs: z.number(), sealed: z.string() },
  /** Whether the vault is known to have taken the other mailbox. */
  written: z.boolean().default(true),
});

/** A write of real data is over by then, one way or the other. */
const AWAITED_MS = 3_600_000;

/** Another mailbox was named: what to do where it was somebody else. The new one is not told. */
export function writeMailboxChange(atMs: number, locale: Locale): Letter {
  const say = (key: TextKey) => formatText(locale, key);
  return {
    ...{ locale, code: null, stages: null },
    ...{ subject: say('mailbox_changed.subject'), heading: say('mailbox_changed.heading') },
    paragraphs: [say('mailbox_changed.lead'), say('mailbox_changed.wrong')],
    facts: [{ label: say('fact.changed'), value: formatTime(atMs, locale) }],
    footer: say('footer.member'),
  };
}

/** Whether the vault took another mailbox is not known yet: the job looks again. */
class MailboxWriteAwaitedError extends Error {
  readonly code = 'mailbox_write_awaited';
  constructor() {
    super('another mailbox was announced, and the vault has the former one still');
    this.name = 'MailboxWriteAwaitedError';
  }
}

/**
 * To the former mailbox, which lies in the job alone and goes with it. Where nobody said that the vault took the other
 * one, the vault is asked.
 */
export async function findMailboxChange(office: PostOffice, payload: unknown): Promise<Notice | 'over'> {
  const { personId, id, atMs, sealed, written } = Payload.parse(payload);
  const place = placeOfFormerMailbox(personId, id);
  const to = Buffer.from(openAtRest(office.services, place, Buffer.from(sealed, 'base64url'))).toString();
  if (!written) {
    const mailbox = await readMailbox(office, personId);
    if (mailbox === null) return 'over';
    if (isSameMailbox(mailbox, to)) {
      if (office.services.clock() >= atMs + AWAITED_MS) return 'over';
      throw new MailboxWriteAwaitedError();
    }
  }
  return { personId, subjectId: id, to, write: locale => writeMailboxChange(atMs, locale) };
}
