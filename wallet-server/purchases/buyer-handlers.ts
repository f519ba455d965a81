import type { CallRefusal } from '#shared/api/call.ts';
import type { Operation } from '#shared/api/contract.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { credentialStands } from '../app/credential-stands.ts';
import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import type { Services } from '../app/services.ts';
import { commandPurchase } from './command-purchase.ts';
import { listPurchases } from './find-purchase.ts';
import { placeAdvanced } from './place-purchase.ts';
import { showPurchase, showPurchases, showWithFacts } from './show-purchases.ts';
import { watchPurchases } from './watch-purchases.ts';

/** Applies a buyer's own command and shows what became of the purchase. */
async function act<O extends Operation>(
  operation: O,
  services: Services,
  call: { party: { personId: string }; params: { purchaseId: string } },
  command: PurchaseCommand,
): Promise<{ ok: { purchase: PurchaseView } } | { refused: CallRefusal<O> }> {
  const { personId } = call.party;
  const isAllowed = (purchase: { personId: string }) => purchase.personId === personId;
  const request = { ask: call.params, actor: 'buyer' as const, command, isAllowed };
  const applied = await commandPurchase(services, request, (purchase, facts) => ({
    purchase: showWithFacts(services, purchase, facts),
  }));
  return 'refused' in applied ? narrowRefusal(operation, applied.refused) : applied;
}

/** What a buyer sees and does (S33, S36). */
export const BUYER_HANDLERS: Handlers<
  | 'placePurchase'
  | 'listPurchases'
  | 'getPurchase'
  | 'streamPurchases'
  | 'declinePurchase'
  | 'cancelPurchase'
  | 'reportShipment'
  | 'confirmReceipt'
  | 'disputePurchase'
  | 'withdrawDispute'
  | 'requestReturn'
> = {
  async placePurchase(services, { party, body }) {
    const placed = await placeAdvanced(services, party.personId, body);
    return 'refused' in placed ? narrowRefusal('placePurchase', placed.refused) : placed;
  },

  async listPurchases(services, { party, query }) {
    const purchases = await listPurchases(services.directory, party, query);
    return { ok: { purchases: await showPurchases(services, party.personId, purchases) } };
  },

  async getPurchase(services, { party, params }) {
    const facts = await services.engine.readPurchase(params);
    if (facts?.purchase.personId !== party.personId) return { refused: 'purchase_unknown' };
    return { ok: { purchase: showWithFacts(services, facts.purchase, facts) } };
  },

  async *streamPurchases(services, { party, signal }) {
    const owner = { personId: party.personId };
    const stands = () => credentialStands(services.directory, party);
    for await (const purchase of watchPurchases(services, owner, { signal, stands })) {
      yield await showPurchase(services, purchase);
    }
  },

  declinePurchase: (services, call) => act('declinePurchase', services, call, { type: 'decline' }),

  cancelPurchase: (services, call) => act('cancelPurchase', services, call, { type: 'cancel', by: 'buyer' }),

  reportShipment: (services, call) =>
    act('reportShipment', services, call, { type: 'ship', by: 'buyer', ...call.body }),

  confirmReceipt: (services, call) => act('confirmReceipt', services, call, { type: 'receive' }),

  disputePurchase: (services, call) =>
    act('disputePurchase', services, call, { type: 'dispute', ...call.body }),

  withdrawDispute: (services, call) => act('withdrawDispute', services, call, { type: 'withdraw_dispute' }),

  requestReturn: (services, call) => act('requestReturn', services, call, { type: 'request_return' }),
};
