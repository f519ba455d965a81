import { z } from 'zod';
import type { PasskeyChange } from '../../people/sign-passkey-change.ts';
import type { Job } from '../../storage/jobs/work-job.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type Locale, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { sendLetter } from './send-letter.ts';

const Payload = z.object({ signingId: z.uuid() });

/** A passkey was added, removed or kept: what that means, and what to do where it was somebody else. */
export function writePasskeyChange(change: PasskeyChange, locale: Locale): Letter {
  const { event, atMs, restsUntilMs } = change;
  const name = change.name ?? formatText(locale, 'passkey.unnamed');
  const values = { name, until: formatTime(restsUntilMs ?? atMs, locale) };
  const say = (key: TextKey) => formatText(locale, key, values);
  return {
    ...{
      locale,
      code: null,
      stages: null,
      subject: say(`${event}.subject`),
      heading: say(`${event}.heading`),
    },
    paragraphs: [say(`${event}.lead`), say(`${event}.means`), say(`${event}.wrong`)],
    facts: [
      { label: say('fact.passkey'), value: name },
      { label: say('fact.changed'), value: formatTime(atMs, locale) },
    ],
    footer: say('footer.member'),
  };
}

/** Who gave no mailbox sees it in Wayveil alone. */
export async function tellPasskeyChange(office: PostOffice, { kind, key, payload }: Job) {
  const { signingId } = Payload.parse(payload);
  const change = await office.links.findPasskeyChange(signingId);
  const owner = change && (await office.links.findOwner(change.personId));
  if (!change || !owner) return { refused: 'member_unknown' };
  const letter = writePasskeyChange(change, owner.locale);
  const sent = await sendLetter(office, owner, { key: `${kind} ${key}`, subjectId: signingId, letter });
  return sent?.refused === 'mailbox_missing' ? undefined : sent;
}
