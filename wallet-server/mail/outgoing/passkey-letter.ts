import { z } from 'zod';
import type { PasskeyChange } from '../../people/sign-passkey-change.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type Locale, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './tell-owner.ts';

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

export async function findPasskeyNotice(office: PostOffice, payload: unknown): Promise<Notice | null> {
  const { signingId } = Payload.parse(payload);
  const change = await office.links.findPasskeyChange(signingId);
  if (!change) return null;
  const { personId } = change;
  return { personId, subjectId: signingId, write: locale => writePasskeyChange(change, locale) };
}
