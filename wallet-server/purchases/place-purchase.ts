import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Currency } from '#shared/money/currency.ts';
import { makeFieldNumber } from '#shared/number/field.ts';
import { parseNumber } from '#shared/number/number.ts';
import type { OrderPlaced } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { findCard } from '../cards/find-cards.ts';
import { indexAddress } from '../people/unique-address.ts';
import type { WriteRefusal } from './commit-record.ts';
import type { Change } from './plan-change.ts';
import { planCommand } from './plan-command.ts';
import type { OrderAsk } from './read-order-facts.ts';
import { type CommandServices, type Plan, runCommand } from './run-command.ts';
import { readBuyerFacts, showWithFacts } from './show-purchases.ts';

/** An order's amount, number and words, as the contract decodes them. */
export interface OrderInput {
  orderNumber: string;
  amountMinor: string;
  currency: Currency;
  description: string;
}

const NONCE_BYTES = 16;

/** The order as a purchase that waits for its confirmation. */
function planPlace(services: CommandServices, order: Omit<OrderPlaced, 'id' | 'nonce'>): Change {
  const nonce = encodeBase64url(services.random(NONCE_BYTES));
  const placed: OrderPlaced = { ...order, id: makeId(services), nonce };
  const planned = planCommand(services, null, { type: 'place', order: placed }, 'buyer');
  if (!('changes' in planned)) throw new Error('a new order was refused');
  return planned.changes[0];
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
): Promise<{ ok: { purchase: PurchaseView } } | { refused: PlaceAdvancedRefusal }> {
  type Planned = Plan<{ purchase: PurchaseView }, 'card_unknown' | 'currency_wrong'>;
  return await runCommand(services, async (): Promise<Planned> => {
    const [card, facts] = await Promise.all([
      findCard(services, personId, input.cardId),
      readBuyerFacts(services, personId, input.payee.host),
    ]);
    if (!card) return { refused: 'card_unknown' };
    if (card.currency !== input.currency) return { refused: 'currency_wrong' };
    const amountMinor = BigInt(input.amountMinor);
    const deliveryNumber = card.virtualIdentity.deliveryCode;
    const change = planPlace(services, {
      ...{ ...input, personId, sellerId: null, amountMinor, funding: 'advanced', deliveryNumber },
    });
    const purchase = showWithFacts(services, change.after, facts);
    return { candidates: [{ change, answer: { ok: { purchase } } }] };
  });
}

type PlaceAdvancedRefusal = 'card_unknown' | 'currency_wrong' | WriteRefusal;

/**
 * An order and pay request of a member shop (S27, S28): held, and delivered to the buyer's number. The same order
 * again is the same purchase; the same order number with anything else in it is refused.
 */
export async function placeHeld<Shown>(
  services: CommandServices,
  sellerId: string,
  input: OrderInput & { buyer: string },
  show: (purchase: Purchase) => Shown,
): Promise<{ ok: Shown } | { refused: PlaceHeldRefusal }> {
  const buyer = nameBuyer(services, input.buyer);
  const placed = await runCommand(services, async (): Promise<Plan<Shown, PlaceHeldRefusal>> => {
    const { orderNumber, currency, description } = input;
    const facts = await services.engine.readOrder({ sellerId, orderNumber, buyer });
    if (!facts.seller) return { refused: 'seller_unknown' };
    if (!facts.buyer) return { refused: 'member_unknown' };
    const { personId, number } = facts.buyer;
    const amountMinor = BigInt(input.amountMinor);
    if (facts.known) {
      const same = isSameOrder(facts.known, { personId, amountMinor, currency });
      if (!same) return { refused: 'order_exists' };
      return { candidates: [{ change: null, answer: { ok: show(facts.known) } }] };
    }
    const change = planPlace(services, {
      ...{ personId, sellerId, payee: facts.seller, orderNumber, description, funding: 'held' as const },
      ...{ amountMinor, currency, cardId: null, deliveryNumber: makeFieldNumber(number, 'destination1') },
    });
    return { candidates: [{ change, answer: { ok: show(change.after) } }] };
  });
  if ('ok' in placed) return placed;
  const { refused } = placed;
  const known = refused === 'member_unknown' || refused === 'seller_unknown';
  return { refused: known ? refused : 'order_exists' };
}

type PlaceHeldRefusal = 'member_unknown' | 'order_exists' | 'seller_unknown';

/** The buyer that a shop names, by unique address or by number (S27): one record either way (S16). */
export function nameBuyer(services: Pick<CommandServices, 'settings'>, buyer: string): OrderAsk['buyer'] {
  if (buyer.includes('@')) return { addressIndex: indexAddress(services, buyer) };
  return { number: parseNumber(buyer) ?? '' };
}

function isSameOrder(
  known: Purchase,
  asked: Pick<Purchase, 'personId' | 'amountMinor' | 'currency'>,
): boolean {
  const { personId, amountMinor, currency } = asked;
  return known.personId === personId && known.amountMinor === amountMinor && known.currency === currency;
}
