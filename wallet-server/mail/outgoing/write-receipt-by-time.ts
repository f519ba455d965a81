import type { Locale } from '#shared/api/locale.ts';
import { findReturnEnd } from '#shared/purchase/find-return-end.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { EscrowTerms } from '#shared/purchase/terms.ts';
import { formatAmount, formatText, formatTime, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { valuesOf, writeLetter } from './write-letters.ts';

const DAY_MS = 86_400_000;

/** How time alone took a parcel as received: nobody said anything, or nobody decided a dispute. */
const WAYS = { received_by_time: 'silence', ruled_by_time: 'ruling' } as const;

export function isByTime(event: string | null): event is keyof typeof WAYS {
  return event !== null && Object.hasOwn(WAYS, event);
}

/** Why it counts as received, what was paid or is owed, and what the buyer can still do (requirements, section 7). */
export function writeReceiptByTime(
  purchase: Purchase,
  event: keyof typeof WAYS,
  { locale, terms }: { locale: Locale; terms: EscrowTerms },
): Letter {
  const values = { ...valuesOf(purchase, locale), ...timesOf(purchase, terms, locale) };
  const say = (key: TextKey) => formatText(locale, key, { ...values, ...moneyOf(purchase, locale) });
  const way = `by_time.${WAYS[event]}` as const;
  const title = say(`${way}.title`);
  return writeLetter(purchase, locale, {
    subject: formatText(locale, 'state.subject', { ...values, title }),
    heading: title,
    paragraphs: [say(`${way}.lead`), ...listOutcome(purchase, terms).map(say)],
  });
}

/** As `shared/purchase` decides: a held purchase is over, an advanced one may be disputed once more or sent back. */
function listOutcome(purchase: Purchase, terms: EscrowTerms): TextKey[] {
  const { funding, refundedMinor, disputes } = purchase;
  if (funding === 'held')
    return ['by_time.held.paid', ...(refundedMinor > 0n ? BACK : []), 'by_time.held.act'];
  const mayDispute = disputes.decidedBy === null && disputes.openedCount < terms.disputesAtMost;
  return ['by_time.advanced.billed', ...(mayDispute ? DISPUTE : []), 'by_time.advanced.return'];
}

const BACK: TextKey[] = ['by_time.held.back'];
const DISPUTE: TextKey[] = ['by_time.advanced.dispute'];

function timesOf(purchase: Purchase, terms: EscrowTerms, locale: Locale) {
  const { enteredAtMs, bill, placedAtMs } = purchase;
  const receivedAtMs = enteredAtMs.received ?? placedAtMs;
  const deliveredAtMs = purchase.deliveredAtMs ?? receivedAtMs;
  return {
    delivered: formatTime(deliveredAtMs, locale),
    days: Math.round((receivedAtMs - deliveredAtMs) / DAY_MS).toString(),
    due: bill ? formatTime(bill.dueAtMs, locale) : '',
    returnBy: formatTime(findReturnEnd(purchase, terms) ?? receivedAtMs, locale),
  };
}

function moneyOf({ settlement, bill, refundedMinor, amountMinor, currency }: Purchase, locale: Locale) {
  return {
    paid: formatAmount(settlement?.sellerMinor ?? amountMinor, currency, locale),
    back: formatAmount(refundedMinor, currency, locale),
    amount: formatAmount(bill?.amountMinor ?? amountMinor, currency, locale),
  };
}
