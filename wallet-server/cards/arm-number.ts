import { type ArmedNumber, CardData } from '#shared/card/card.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { computeHmac } from '../app/hmac.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';
import { makeCardData } from './card-number.ts';

/** What a number is found by without being kept: a keyed hash of it. */
export function indexNumber(services: Pick<Services, 'settings'>, primaryAccountNumber: string): Buffer {
  const key = services.settings.keyFor('card-index');
  return computeHmac(key, primaryAccountNumber);
}

function makeSealingKey(services: Pick<Services, 'settings'>, purchaseId: string) {
  return { key: services.settings.keyFor('card-number'), place: `armed_numbers:${purchaseId}` };
}

/** A new one-time number for a confirmed purchase: how it is told, and how it is kept. */
export function planArmedNumber(
  services: Pick<Services, 'settings' | 'random' | 'clock'>,
  purchase: Purchase,
): { armedNumber: ArmedNumber | null; numberHmac: Buffer; sealed: Buffer } {
  const cardData = makeCardData('oneTime', services.clock(), services.random);
  const bytes = new TextEncoder().encode(JSON.stringify(cardData));
  const sealed = seal(bytes, makeSealingKey(services, purchase.id), services.random);
  const numberHmac = indexNumber(services, cardData.primaryAccountNumber);
  return { armedNumber: showArmedNumber(cardData, purchase), numberHmac, sealed };
}

function showArmedNumber(cardData: CardData, purchase: Purchase): ArmedNumber | null {
  if (purchase.armedUntilMs === null) return null;
  return {
    ...cardData,
    ...{ purchaseId: purchase.id, payeeHost: purchase.payee.host, currency: purchase.currency },
    ...{ amountMinor: purchase.amountMinor.toString(), expiresAtMs: purchase.armedUntilMs },
  };
}

/** Opens what `planArmedNumber` sealed. */
export function openCardData(
  services: Pick<Services, 'settings'>,
  purchaseId: string,
  sealed: Uint8Array,
): CardData {
  const bytes = open(sealed, makeSealingKey(services, purchaseId));
  return CardData.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** The one-time number of `purchase` while it is armed and not yet charged, or null. */
export async function readArmedNumber(
  services: Pick<Services, 'directory' | 'settings' | 'clock'>,
  purchase: Purchase,
): Promise<ArmedNumber | null> {
  const { armedUntilMs, charge, state } = purchase;
  if (state !== 'identity_confirmed' || charge || armedUntilMs === null) return null;
  if (services.clock() >= armedUntilMs) return null;
  const [row] = await services.directory<{ sealed: Buffer }[]>`
    select sealed from armed_numbers where purchase_id = ${purchase.id}`;
  return row ? showArmedNumber(openCardData(services, purchase.id, row.sealed), purchase) : null;
}
