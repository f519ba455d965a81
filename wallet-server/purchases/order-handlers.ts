import type { CallRefusal } from '#shared/api/call.ts';
import type { Operation } from '#shared/api/contract.ts';
import { type OrderView, toOrderView } from '#shared/api/purchase-view.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { credentialStands } from '../app/credential-stands.ts';
import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import type { Services } from '../app/services.ts';
import { findPayoutAccount } from '../bank/payout-account.ts';
import { listSellerBalances } from '../ledger/balances.ts';
import { readBuyerNumber } from '../webhooks/plan-delivery.ts';
import { commandPurchase } from './command-purchase.ts';
import { findOrder, listPurchases } from './find-purchase.ts';
import { placeHeld } from './place-purchase.ts';
import { watchPurchases } from './watch-purchases.ts';

/** S18, S36: a shop sees its escrow and a number, nothing of the buyer. */
function showOrder(purchase: Purchase): OrderView {
  return toOrderView(purchase, readBuyerNumber(purchase));
}

async function act<O extends Operation>(
  operation: O,
  services: Services,
  call: { party: { sellerId: string }; params: { orderNumber: string } },
  command: PurchaseCommand,
): Promise<{ ok: { order: OrderView } } | { refused: CallRefusal<O> }> {
  const ask = { sellerId: call.party.sellerId, orderNumber: call.params.orderNumber };
  const request = { ask, actor: 'seller' as const, command };
  const applied = await commandPurchase(services, request, purchase => ({ order: showOrder(purchase) }));
  return 'refused' in applied ? narrowRefusal(operation, applied.refused) : applied;
}

function makeRefund({ amountMinor }: { amountMinor?: string | undefined }): PurchaseCommand {
  return amountMinor === undefined
    ? { type: 'refund' }
    : { type: 'refund_part', amountMinor: BigInt(amountMinor) };
}

/** What a member shop sees and does (S27-S29, S32, S36). */
export const ORDER_HANDLERS: Handlers<
  | 'placeOrder'
  | 'listOrders'
  | 'getOrder'
  | 'streamOrders'
  | 'shipOrder'
  | 'cancelOrder'
  | 'refundOrder'
  | 'getSellerAccount'
> = {
  async placeOrder(services, { party, body }) {
    return await placeHeld(services, party.sellerId, body, purchase => ({ order: showOrder(purchase) }));
  },

  async listOrders(services, { party, query }) {
    const orders = await listPurchases(services.directory, party, query);
    return { ok: { orders: orders.map(showOrder) } };
  },

  async getOrder(services, { party, params }) {
    const order = await findOrder(services.directory, party.sellerId, params.orderNumber);
    return order ? { ok: { order: showOrder(order) } } : { refused: 'purchase_unknown' };
  },

  async *streamOrders(services, { party, signal }) {
    const owner = { sellerId: party.sellerId };
    const stands = () => credentialStands(services.directory, party);
    for await (const purchase of watchPurchases(services, owner, { signal, openOnly: true, stands })) {
      yield showOrder(purchase);
    }
  },

  shipOrder: (services, call) =>
    act('shipOrder', services, call, { type: 'ship', by: 'seller', ...call.body }),

  cancelOrder: (services, call) => act('cancelOrder', services, call, { type: 'cancel', by: 'seller' }),

  refundOrder: (services, call) => act('refundOrder', services, call, makeRefund(call.body)),

  async getSellerAccount(services, { party }) {
    const balances = await listSellerBalances(services.directory, party.sellerId);
    const payoutAccount = await findPayoutAccount(services.directory, party.sellerId);
    return { ok: { balances, payoutAccount, feeBasisPoints: services.settings.terms.feeBasisPoints } };
  },
};
