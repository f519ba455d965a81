import type { Hub } from '#shared/address/hub.ts';
import type { Card, CardData } from '#shared/card/card.ts';
import type { Currency } from '#shared/money/currency.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { makeCardData, makeDeliveryCode } from './card-number.ts';
import { findCard } from './find-cards.ts';
import { makeName } from './meaningless-names.ts';

/** Issues a card matched to a virtual identity (S62). Its number is in this answer, kept nowhere, and never pays. */
export async function issueCard(
  services: Services,
  personId: string,
  asked: { label: string; hub: Hub; currency: Currency },
): Promise<{ card: Card; cardData: CardData }> {
  const { hub, label, currency } = asked;
  const issuedAtMs = services.clock();
  const cardData = makeCardData('card', issuedAtMs, services.random);
  const { name, givenName, familyName } = makeName(hub.country, services.random);
  const id = makeId(services);
  const lastDigits = cardData.primaryAccountNumber.slice(-4);
  for (let drawn = 0; ; drawn += 1) {
    const code = makeDeliveryCode(services.random, drawn);
    if (code === null) throw new Error('a hub has no code left');
    const issued = await services.directory`
      insert into cards (id, person_id, label, currency, last_digits, hub_id, delivery_code,
        given_name, family_name, full_name, issued_at_ms)
      values (${id}, ${personId}, ${label}, ${currency}, ${lastDigits}, ${hub.id},
        ${code}, ${givenName}, ${familyName}, ${name}, ${issuedAtMs})
      on conflict (hub_id, delivery_code) do nothing`;
    if (issued.count === 1) break;
  }
  const card = await findCard(services, personId, id);
  if (!card) throw new Error('an issued card is not there');
  return { card, cardData };
}
