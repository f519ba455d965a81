import { z } from 'zod';
import type { Locale } from '#shared/api/locale.ts';
import type { PayoutChange } from '../../bank/payout-account.ts';
import type { PostOffice } from '../post-office.ts';
import { formatText, formatTime, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './tell-owner.ts';

const Payload = z.object({ sellerId: z.uuid() });

/** Where a shop is paid was changed: what its owner can do while nothing is paid out yet. */
export function writePayoutChange(change: PayoutChange, locale: Locale): Letter {
  const values = {
    ...{ shop: change.shopName, digits: change.lastDigits },
    ...{ from: formatTime(change.paysFromMs, locale), at: formatTime(change.changedAtMs, locale) },
  };
  const say = (key: TextKey) => formatText(locale, key, values);
  const rests = change.paysFromMs > change.changedAtMs;
  return {
    ...{ locale, code: null, stages: null, subject: say('payout.subject'), heading: say('payout.heading') },
    paragraphs: [
      say('payout.lead'),
      say(rests ? 'payout.rests' : 'payout.now'),
      say('payout.under_way'),
      say('payout.wrong'),
    ],
    facts: [
      { label: say('fact.shop'), value: `${change.shopName} (${change.shopHost})` },
      { label: say('fact.account'), value: say('payout.digits') },
      { label: say('fact.changed'), value: values.at },
    ],
    footer: say('footer.shop'),
  };
}

/** An owner who gave no mailbox sees the change on the shop's page alone. */
export async function findPayoutNotice(office: PostOffice, payload: unknown): Promise<Notice | null> {
  const { sellerId } = Payload.parse(payload);
  const change = await office.links.findPayoutChange(sellerId);
  if (!change) return null;
  const { personId } = change;
  return { personId, subjectId: sellerId, write: locale => writePayoutChange(change, locale) };
}
