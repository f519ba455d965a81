import { z } from 'zod';
import type { Locale } from '#shared/api/locale.ts';
import { findFormerMailbox } from '../../people/former-mailbox.ts';
import type { PasskeyChange } from '../../people/sign-passkey-change.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './tell-owner.ts';

const Payload = z.object({ signingId: z.uuid(), former: z.boolean().default(false) });

/** A passkey was added, removed or kept: what that means, and what to do where it was somebody else. */
export function writePasskeyChange(change: PasskeyChange, locale: Locale): Letter {
  const { event, atMs, restsUntilMs, code } = change;
  const name = change.name ?? formatText(locale, 'passkey.unnamed');
  const values = { name, until: formatTime(restsUntilMs ?? atMs, locale) };
  const say = (key: TextKey) => formatText(locale, key, values);
  return {
    ...{ locale, stages: null, subject: say(`${event}.subject`), heading: say(`${event}.heading`) },
    code: code === null ? null : { label: say('passkey_rested.code'), digits: groupCode(code) },
    paragraphs: [say(`${event}.lead`), say(`${event}.means`), say(`${event}.wrong`)],
    facts: [
      { label: say('fact.passkey'), value: name },
      { label: say('fact.changed'), value: formatTime(atMs, locale) },
    ],
    footer: say('footer.member'),
  };
}

/** `8K3M7 QX2PT`: easier to copy by eye. */
function groupCode(code: string): string {
  return code.replace(/(.{5})(?=.)/g, '$1 ');
}

/**
 * Goes to the mailbox, and to one that was left a few days ago. The code is for the former one then: whoever names
 * another mailbox and removes a passkey does not get what takes that back.
 */
export async function findPasskeyNotice(
  office: PostOffice,
  payload: unknown,
): Promise<Notice | 'over' | null> {
  const { signingId, former: isFormer } = Payload.parse(payload);
  const change = await office.links.findPasskeyChange(signingId);
  if (!change) return null;
  const { personId } = change;
  const former = await findFormerMailbox(office.services, personId);
  if (isFormer && !former) return 'over';
  const told = former && !isFormer ? { ...change, code: null } : change;
  const notice = {
    personId,
    subjectId: signingId,
    write: (locale: Locale) => writePasskeyChange(told, locale),
  };
  return isFormer && former ? { ...notice, to: former.mailbox } : notice;
}
