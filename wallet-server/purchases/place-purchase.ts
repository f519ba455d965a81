import { encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Currency } from '#shared/money/currency.ts';
import { makeFieldNumber } from '#shared/number/field.ts';
import type { OrderPlaced } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { findCard } from '../cards/find-cards.ts';
import { openBalance } from '../ledger/balances.ts';
import { getActiveNumber } from '../numbers/find-number.ts';
import { findPersonByAddressOrNumber } from '../people/find-person.ts';
import { findSeller } from '../sellers/find-seller.ts';
import { type Applied, applyToLocked } from './apply-command.ts';
import { findOrder } from './find-purchase.ts';
import { runUnit, type Unit } from './run-unit.ts';

/** An order's amount, number and words, as the contract decodes them. */
export interface OrderInput {
  orderNumber: string;
  amountMinor: string;
  currency: Currency;
  description: string;
}

const NONCE_BYTES = 16;

async function place(unit: Unit, order: Omit<OrderPlaced, 'id' | 'nonce'>): Promise<Applied> {
  const { services, tx } = unit;
  const nonce = encodeBase64url(services.random(NONCE_BYTES));
  await openBalance(tx, order.personId, order.currency);
  const placed: OrderPlaced = { ...order, id: makeId(services), nonce };
  return await applyToLocked(unit, null, { type: 'place', order: placed }, 'buyer');
}

/** Begins a purchase at a shop that never heard of us: advanced, delivered to the card's virtual identity (S62). */
export async function placeAdvanced(
  services: Services,
  personId: string,
  input: Omit<OrderInput, 'orderNumber'> & {
    payee: { host: string; name: string };
    cardId: string;
    orderNumber: string | null;
  },
): Promise<Applied | { refused: 'card_unknown' | 'currency_wrong' }> {
  return await runUnit(services, async (unit): ReturnType<typeof placeAdvanced> => {
    const card = await findCard(unit.services, personId, input.cardId);
    if (!card) return { refused: 'card_unknown' };
    if (card.currency !== input.currency) return { refused: 'currency_wrong' };
    const amountMinor = BigInt(input.amountMinor);
    const deliveryNumber = card.virtualIdentity.deliveryCode;
    return await place(unit, {
      ...{ ...input, personId, sellerId: null, amountMinor, funding: 'advanced', deliveryNumber },
    });
  });
}

/**
 * An order and pay request of a member shop (S27, S28): held, and delivered to the buyer's number. The same order
 * again is the same purchase; the same order number with anything else in it is refused.
 */
export async function placeHeld(
  services: Services,
  sellerId: string,
  input: OrderInput & { buyer: string },
): Promise<{ ok: Purchase } | { refused: 'member_unknown' | 'order_exists' | 'seller_unknown' }> {
  return await runUnit(services, async (unit): ReturnType<typeof placeHeld> => {
    const seller = await findSeller(unit.tx, sellerId);
    if (!seller) return { refused: 'seller_unknown' };
    const person = await findPersonByAddressOrNumber(unit.services, input.buyer);
    if (!person) return { refused: 'member_unknown' };
    const { personId } = person;
    const { orderNumber, currency, description } = input;
    const amountMinor = BigInt(input.amountMinor);
    const known = await findOrder(unit.tx, sellerId, orderNumber);
    if (known) return isSameOrder(known, { personId, amountMinor, currency });
    const deliveryNumber = makeFieldNumber(await getActiveNumber(unit.tx, personId), 'destination1');
    const placed = await place(unit, {
      ...{ personId, sellerId, payee: { host: seller.host, name: seller.name }, orderNumber, description },
      ...{ funding: 'held', amountMinor, currency, cardId: null, deliveryNumber },
    });
    return 'ok' in placed ? placed : { refused: 'order_exists' };
  });
}

function isSameOrder(
  known: Purchase,
  asked: Pick<Purchase, 'personId' | 'amountMinor' | 'currency'>,
): { ok: Purchase } | { refused: 'order_exists' } {
  const same =
    known.personId === asked.personId &&
    known.amountMinor === asked.amountMinor &&
    known.currency === asked.currency;
  return same ? { ok: known } : { refused: 'order_exists' };
}
