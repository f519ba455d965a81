import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import type { LiveOnce } from './load.ts';
import type { Buyer, Market } from './market.ts';

/** Calls of one life, in order. */
export const CALLS_OF_A_LIFE = 5;

/** A whole held life: the shop orders, the buyer looks and confirms by passkey, the shop ships, the buyer receives. */
export function liveOverHttp({ shop, buyers, rpId }: Market): LiveOnce {
  let count = 0;
  return async (caller, time) => {
    const buyer = buyers[caller];
    if (!buyer) return 'exhausted';
    count += 1;
    const orderNumber = `B-${Date.now()}-${count}`;
    const order = {
      ...{ buyer: buyer.member.number, orderNumber, amountMinor: '4800', currency: 'USD' as const },
      description: '1 × Bookshelf speaker',
    };
    const placed = expectOk(await time(() => shop.call('placeOrder', { body: order })));
    const params = { purchaseId: placed.order.id };
    const { client } = buyer.device;
    const { purchase } = expectOk(await time(() => client.call('getPurchase', { params })));
    const body = sign(buyer, purchase, rpId);
    expectOk(await time(() => client.call('confirmPurchase', { params, body })));
    const shipment = { params: { orderNumber }, body: { waybill: `WB-${count}-${caller}`, carrier: 'Post' } };
    expectOk(await time(() => shop.call('shipOrder', shipment)));
    const received = expectOk(await time(() => client.call('confirmReceipt', { params, body: {} })));
    if (received.purchase.state !== 'closed') throw new Error(`it ended ${received.purchase.state}`);
    return 'done';
  };
}

function sign({ device }: Buyer, view: PurchaseView, rpId: string) {
  const consentHash = hashShown(view);
  const credential = device.passkey.assert({ challenge: consentHash, rpId });
  return { method: 'passkey' as const, consentHash, credential };
}
