import { z } from 'zod';
import type { Locale } from '#shared/api/locale.ts';
import { endAnnouncement, type FormerMailbox, findAnnounced } from '../../people/former-mailbox.ts';
import { isSameMailbox } from '../addresses.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { readMailbox } from './send-letter.ts';
import type { Notice } from './tell-owner.ts';

const Payload = z.object({ id: z.uuid() });

/** A write of real data is over by then, one way or the other. */
const AWAITED_MS = 3_600_000;

/** Another mailbox was named: what to do where it was somebody else. The new one is not told. */
export function writeMailboxChange(atMs: number, locale: Locale): Letter {
  const say = (key: TextKey) => formatText(locale, key);
  return {
    ...{ locale, code: null, stages: null },
    ...{ subject: say('mailbox_changed.subject'), heading: say('mailbox_changed.heading') },
    paragraphs: [say('mailbox_changed.lead'), say('mailbox_changed.trusted'), say('mailbox_changed.wrong')],
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

/** To the former mailbox. Where nobody said that the vault took the other one, the vault is asked. */
export async function findMailboxChange(office: PostOffice, payload: unknown): Promise<Notice | 'over'> {
  const { id } = Payload.parse(payload);
  const former = await findAnnounced(office.services, id);
  if (!former || !(await isLeft(office, id, former))) return 'over';
  const { personId, mailbox, announcedAtMs } = former;
  return { personId, subjectId: id, to: mailbox, write: locale => writeMailboxChange(announcedAtMs, locale) };
}

async function isLeft(office: PostOffice, id: string, former: FormerMailbox): Promise<boolean> {
  if (former.left) return true;
  const mailbox = await readMailbox(office, former.personId);
  const left = mailbox !== null && !isSameMailbox(mailbox, former.mailbox);
  if (!left && mailbox !== null && office.services.clock() < former.announcedAtMs + AWAITED_MS)
    throw new MailboxWriteAwaitedError();
  await endAnnouncement(office.services, id, left);
  return left;
}
