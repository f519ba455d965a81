import { hashTermsText } from '#shared/seller/terms-signing.ts';

const WHAT_YOU_GET =
  'What you get. A buyer gives you a unique mail address or a number in place of name, home, phone and mailbox. You send us the order; we ask the buyer to confirm it and tell you when that is done.';
const SHIPPING =
  "Ship after confirmation. You ship only after we have told you that the buyer confirmed, within 14 days of it, under the delivery number of the order, and you tell us the tracking number. An order that is not shipped in time is cancelled and the buyer's money is free again.";
const HELD_MONEY =
  "Held money. The amount is set aside when the buyer confirms. It becomes yours when the buyer confirms receipt, or seven days after the carrier reported delivery if the buyer says nothing. Until then it is neither yours nor the buyer's to use.";
const DISPUTES =
  'Disputes and returns. While a dispute is open the clocks stop. You answer within 14 days. If you and the buyer do not agree, an arbiter of ours gives you all of the amount, a part of it, or nothing. When goods come back you refund within 14 days.';
const WHAT_YOU_DO_NOT =
  'What you do not do. You do not try to learn who a buyer is, do not build a database of buyers from what we give you, do not ask a buyer for a name, address or phone that the order does not need, and do not pass a number on except to the carrier of that parcel.';
const KEYS =
  'Keys. Your API key and webhook secret are yours to keep safe. You replace them at once when somebody else may have them. What is done with your key counts as done by you.';
const END =
  "End. You may leave at any time; orders under way are carried out to their end under this agreement. We may end it at once if you break section 2 or 5, and otherwise with 30 days' notice.";
const CHANGES = 'Changes. A changed agreement has a new version and binds you only when you have signed it.';
const PAYOUTS =
  'Payouts. You are paid to the account that you named by your passkey. When you name another one in its place, nothing is paid out to you for 48 hours from then on, so that you can put it right if it was not you; we write to you at once. Payouts that are under way go to the account that they were set aside for.';

/** What a shop signs: `version` names the text, its hash is what the passkey signs. */
interface Terms {
  version: string;
  text: string;
  /** Its parts, without their numbers. */
  sections: readonly string[];
}

function writeTerms(version: string, sections: readonly string[]): Terms {
  const numbered = sections.map((section, index) => `${index + 1}. ${section}`);
  return { version, sections, text: ['Wayveil member shop agreement', ...numbered].join('\n\n') };
}

/**
 * The agreement between Wayveil and a member shop, newest last. A changed text needs a new version, for shops sign its
 * hash; older ones stay as they were signed and bind whoever signed them.
 */
const VERSIONS = [
  writeTerms('2026-11-1', [
    ...[WHAT_YOU_GET, SHIPPING, HELD_MONEY, DISPUTES, WHAT_YOU_DO_NOT, KEYS],
    ...[END, CHANGES],
  ]),
  writeTerms('2026-11-2', [
    ...[WHAT_YOU_GET, SHIPPING, HELD_MONEY, DISPUTES, WHAT_YOU_DO_NOT, KEYS],
    ...[PAYOUTS, END, CHANGES],
  ]),
] as const;

/** The version that a shop signs now. */
export const MEMBER_SHOP_TERMS: Terms = VERSIONS[1];

/** The terms of a version, as they were signed; null where there never was one of that name. */
export function findTerms(version: string): Terms | null {
  return VERSIONS.find(terms => terms.version === version) ?? null;
}

/** What a passkey signs of the terms. */
export function hashTerms({ text }: Terms = MEMBER_SHOP_TERMS): string {
  return hashTermsText(text);
}

/** What is new in the terms that are signed now, and what is no longer in them, beside those of `version`. */
export function compareTerms(version: string): { added: string[]; dropped: string[] } {
  const before = findTerms(version)?.sections ?? [];
  const { sections } = MEMBER_SHOP_TERMS;
  return {
    added: sections.filter(section => !before.includes(section)),
    dropped: before.filter(section => !sections.includes(section)),
  };
}
