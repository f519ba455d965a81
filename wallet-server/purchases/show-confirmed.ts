import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { planArmedNumber } from '../cards/arm-number.ts';
import type { PurchaseFacts } from './read-purchase-facts.ts';
import type { Candidate } from './run-command.ts';
import { showWithFacts } from './show-purchases.ts';

/** What a buyer is shown who just confirmed. */
export interface Shown {
  purchase: PurchaseView;
  armedNumber: ArmedNumber | null;
}

/** A one-time number comes with the confirmation of an advanced purchase, and with no other. */
export function showConfirmed(
  services: Pick<Services, 'settings' | 'clock' | 'random'>,
  after: Purchase,
  facts: PurchaseFacts,
): Pick<Candidate<Shown>, 'armed' | 'answer'> {
  const purchase = showWithFacts(services, after, facts);
  if (after.funding !== 'advanced') return { answer: { ok: { purchase, armedNumber: null } } };
  const { armedNumber, ...armed } = planArmedNumber(services, after);
  return { armed, answer: { ok: { purchase, armedNumber } } };
}
