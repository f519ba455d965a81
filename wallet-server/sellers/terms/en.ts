import type { TermsSections } from './sections.ts';

export const EN: TermsSections = {
  title: 'Wayveil member shop agreement',
  whatYouGet:
    'What you get. A buyer gives you a unique mail address or a number in place of name, home, phone and mailbox. You send us the order; we ask the buyer to confirm it and tell you when that is done.',
  shipping:
    "Ship after confirmation. You ship only after we have told you that the buyer confirmed, within 14 days of it, under the delivery number of the order, and you tell us the tracking number. An order that is not shipped in time is cancelled and the buyer's money is free again.",
  heldMoney:
    "Held money. The amount is set aside when the buyer confirms. It becomes yours when the buyer confirms receipt, or seven days after the carrier reported delivery if the buyer says nothing. Until then it is neither yours nor the buyer's to use.",
  disputes:
    'Disputes and returns. While a dispute is open the clocks stop. You answer within 14 days. If you and the buyer do not agree, an arbiter of ours gives you all of the amount, a part of it, or nothing. When goods come back you refund within 14 days.',
  whatYouDoNot:
    'What you do not do. You do not try to learn who a buyer is, do not build a database of buyers from what we give you, do not ask a buyer for a name, address or phone that the order does not need, and do not pass a number on except to the carrier of that parcel.',
  keys: 'Keys. Your API key and webhook secret are yours to keep safe. You replace them at once when somebody else may have them. What is done with your key counts as done by you.',
  payouts:
    'Payouts. You are paid to the account that you named by your passkey. When you name another one in its place, nothing is paid out to you for 48 hours from then on, so that you can put it right if it was not you; we write to you at once. Payouts that are under way go to the account that they were set aside for.',
  end: "End. You may leave at any time; orders under way are carried out to their end under this agreement. We may end it at once if you break section 2 or 5, and otherwise with 30 days' notice.",
  changes: 'Changes. A changed agreement has a new version and binds you only when you have signed it.',
};
