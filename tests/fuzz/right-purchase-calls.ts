import { issueConfirmationCode } from '#server/purchases/issue-code.ts';
import type { Operation } from '#shared/api/contract.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { makeMessage, tellIssuer } from '#tests/fixtures/escrow.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import type { MakeRightCall, RightWorld } from './right-calls.ts';
import { armAnywhere, type HeldStage, nameWaybill, reachStage } from './stages.ts';

const CARD = { label: 'Everyday', hubId: 'us-portland', currency: 'USD' };

/** Names a purchase at `stage`, by its id; `body` says the rest. */
function byPurchase(stage: HeldStage, body?: object): MakeRightCall {
  return async ({ escrow, makeName }) => {
    const { id: purchaseId } = await reachStage(escrow, stage, makeName());
    return { params: { purchaseId }, ...(body && { body }) };
  };
}

/** Names an order at `stage` of the member shop. */
function byOrder(stage: HeldStage, body: object): MakeRightCall {
  return async ({ escrow, makeName }) => {
    const orderNumber = makeName();
    await reachStage(escrow, stage, orderNumber);
    return { params: { orderNumber }, body };
  };
}

async function shipAnywhere({ escrow, makeName }: RightWorld) {
  const { view, armed } = await armAnywhere(escrow);
  await tellIssuer(escrow, makeMessage(armed));
  const body = { waybill: nameWaybill(makeName()), carrier: 'Post' };
  return { params: { purchaseId: view.id }, body };
}

export const RIGHT_PURCHASE_CALLS = {
  listHubs: () => ({}),
  issueCard: () => ({ body: CARD }),
  listCards: () => ({}),
  getArmedNumber: async ({ escrow }) => {
    const { view } = await armAnywhere(escrow);
    return { params: { purchaseId: view.id } };
  },
  placePurchase: async ({ escrow }) => {
    const { card } = expectOk(await escrow.call('issueCard', { body: CARD }));
    const payee = { host: 'lamps.localhost', name: 'Lamps' };
    const order = { amountMinor: '2', currency: 'USD', orderNumber: null, description: 'a lamp' };
    return { body: { payee, ...order, cardId: card.id } };
  },
  listPurchases: () => ({ query: { limit: 5 } }),
  getPurchase: byPurchase('placed'),
  requestCode: byPurchase('placed', {}),
  getCode: async ({ escrow, makeName }) => {
    const { id } = await reachStage(escrow, 'placed', makeName());
    await issueConfirmationCode(escrow.app.services, id);
    return { params: { purchaseId: id } };
  },
  confirmPurchase: async ({ escrow, device, makeName }) => {
    const view = await reachStage(escrow, 'placed', makeName());
    const consentHash = hashShown(view);
    const credential = device.passkey.assert({ challenge: consentHash, rpId: 'wallet.localhost' });
    return { params: { purchaseId: view.id }, body: { method: 'passkey', consentHash, credential } };
  },
  declinePurchase: byPurchase('placed', {}),
  cancelPurchase: byPurchase('confirmed', {}),
  reportShipment: shipAnywhere,
  confirmReceipt: byPurchase('shipped', {}),
  disputePurchase: byPurchase('shipped', { reason: 'it is broken' }),
  withdrawDispute: byPurchase('disputed'),
  requestReturn: byPurchase('shipped', {}),
  ruleDispute: byPurchase('disputed', { sellerMinor: '100' }),
  getOrder: async ({ escrow, makeName }) => {
    const orderNumber = makeName();
    await reachStage(escrow, 'placed', orderNumber);
    return { params: { orderNumber } };
  },
  placeOrder: ({ escrow, makeName }) => {
    const order = { amountMinor: '300', currency: 'USD', description: 'a lamp' };
    return { body: { buyer: escrow.member.number, orderNumber: makeName(), ...order } };
  },
  shipOrder: byOrder('confirmed', { waybill: 'WB-1234', carrier: 'Post' }),
  cancelOrder: byOrder('confirmed', {}),
  refundOrder: byOrder('shipped', { amountMinor: '100' }),
} as const satisfies Partial<Record<Operation, MakeRightCall>>;
