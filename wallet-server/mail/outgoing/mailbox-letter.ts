import { z } from 'zod';
import { placeOfFormerMailbox } from '../../people/tell-former-mailbox.ts';
import type { Job } from '../../storage/jobs/work-job.ts';
import { openAtRest } from '../at-rest.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type Locale, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { sendLetter } from './send-letter.ts';

const Payload = z.object({ personId: z.uuid(), id: z.uuid(), atMs: z.number(), sealed: z.string() });

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

/** Goes to the former mailbox, which lies in the job alone and goes with it. */
export async function tellMailboxChange(office: PostOffice, { kind, key, payload }: Job) {
  const { personId, id, atMs, sealed } = Payload.parse(payload);
  const owner = await office.links.findOwner(personId);
  if (!owner) return undefined;
  const place = placeOfFormerMailbox(personId, id);
  const to = Buffer.from(openAtRest(office.services, place, Buffer.from(sealed, 'base64url'))).toString();
  const letter = writeMailboxChange(atMs, owner.locale);
  await sendLetter(office, owner, { key: `${kind} ${key}`, subjectId: id, letter, to });
  // Refused by the relay for good: the address goes all the same.
  return undefined;
}
