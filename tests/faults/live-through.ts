import { CallFault } from '#shared/api/client.ts';
import type { Buyer, Market } from '#tests/bench/escrow/market.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { type Life, STEPS, type Step } from './journal.ts';

export const AMOUNT_MINOR = 4800n;

/** What a server answers whose database was just taken from it, or that took a call before it died. */
const AFTER_A_CRASH = /^refused: (?:not_ready|vault_unreachable|idempotency_in_progress)$/;

/**
 * Lives `life` on from where it is, to its end or to the first call that was not answered or could not be served. A step
 * that was asked for before is asked for again under its old key.
 * @returns whether it reached its end.
 */
export async function liveThrough(market: Market, buyer: Buyer, life: Life): Promise<boolean> {
  try {
    while (life.acknowledged !== 'closed') {
      const next = STEPS[STEPS.indexOf(life.acknowledged) + 1] ?? 'closed';
      if (life.asked !== next) {
        life.asked = next;
        life.idempotencyKey = crypto.randomUUID();
      }
      await DO[next](market, buyer, life);
      life.acknowledged = next;
      life.acknowledgedCount += 1;
      life.asked = null;
    }
    return true;
  } catch (fault) {
    if (fault instanceof CallFault && fault.retriable) return false;
    if (fault instanceof Error && AFTER_A_CRASH.test(fault.message)) return false;
    throw fault;
  }
}

type Do = (market: Market, buyer: Buyer, life: Life) => Promise<void>;

const DO: Record<Step, Do> = {
  none: async () => undefined,
  order_received: async ({ shop }, { member }, life) => {
    const body = {
      ...{ buyer: member.number, orderNumber: life.orderNumber, description: 'lamp' },
      ...{ amountMinor: String(AMOUNT_MINOR), currency: 'USD' as const },
    };
    const { order } = expectOk(await shop.call('placeOrder', { body }, keyOf(life)));
    life.purchaseId = order.id;
  },
  identity_confirmed: async ({ rpId }, { device }, life) => {
    const params = paramsOf(life);
    const { purchase } = expectOk(await device.client.call('getPurchase', { params }));
    const consentHash = hashShown(purchase);
    life.confirmation ??= device.passkey.assert({ challenge: consentHash, rpId });
    const body = { method: 'passkey' as const, consentHash, credential: life.confirmation };
    expectOk(await device.client.call('confirmPurchase', { params, body }, keyOf(life)));
  },
  shipped: async ({ shop }, _buyer, life) => {
    const body = { waybill: `WB-${life.orderNumber}`, carrier: 'Post' };
    expectOk(await shop.call('shipOrder', { params: { orderNumber: life.orderNumber }, body }, keyOf(life)));
  },
  closed: async (_market, { device }, life) => {
    expectOk(await device.client.call('confirmReceipt', { params: paramsOf(life), body: {} }, keyOf(life)));
  },
};

function keyOf({ idempotencyKey }: Life) {
  return { idempotencyKey };
}

function paramsOf({ purchaseId, orderNumber }: Life) {
  if (purchaseId === null) throw new TypeError(`${orderNumber} was not placed`);
  return { purchaseId };
}
