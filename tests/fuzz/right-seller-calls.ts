import type { Operation } from '#shared/api/contract.ts';
import { expectOk, readTerms } from '#tests/fixtures/device.ts';
import type { MakeRightCall, RightWorld } from './right-calls.ts';
import { reachStage } from './stages.ts';

/** Nobody listens there, and nothing is sent while calls are made. */
export const WEBHOOK_URL = 'http://127.0.0.1:9/webhooks';

const ACCOUNT = { name: 'Kestrel Audio', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };

async function describeShop({ device, makeName }: RightWorld) {
  const name = makeName();
  return { name, host: `${name.toLowerCase()}.example`, ...(await readTerms(device)) };
}

/** A shop of its own that signed the first terms: newer ones are signed once. */
async function certifyWithOldTerms(world: RightWorld) {
  const { escrow, device } = world;
  const body = await describeShop(world);
  const { signingId, options } = expectOk(await device.client.call('beginSeller', { body }));
  const credential = device.passkey.assert(options);
  const made = expectOk(
    await device.client.call('certifySeller', { body: { signingId, credential, webhookUrl: null } }),
  );
  await escrow.app.services.directory`
    update sellers set terms_version = '2026-11-1' where id = ${made.seller.id}`;
  const { termsVersion, termsHash } = body;
  return { params: { sellerId: made.seller.id }, body: { termsVersion, termsHash } };
}

export const RIGHT_SELLER_CALLS = {
  getTerms: () => ({ query: { locale: 'ko' } }),
  getTermsChange: () => ({ query: {} }),
  beginTermsSigning: certifyWithOldTerms,
  signTerms: async world => {
    const asked = await certifyWithOldTerms(world);
    const { signingId, options } = expectOk(await world.device.client.call('beginTermsSigning', asked));
    return { params: asked.params, body: { signingId, credential: world.device.passkey.assert(options) } };
  },
  beginSeller: async world => ({ body: await describeShop(world) }),
  certifySeller: async world => {
    const body = await describeShop(world);
    const { signingId, options } = expectOk(await world.device.client.call('beginSeller', { body }));
    const credential = world.device.passkey.assert(options);
    return { body: { signingId, credential, webhookUrl: null } };
  },
  listSellers: () => ({}),
  changeWebhook: () => ({ body: { webhookUrl: WEBHOOK_URL } }),
  replaceApiKey: () => ({ body: {} }),
  listOrders: () => ({ query: { limit: 5 } }),
  getSellerAccount: () => ({}),
  getSellerStatement: ({ escrow }) => ({
    query: { currency: 'USD', fromMs: 0, toMs: escrow.app.clock.nowMs },
  }),
  beginPayoutChange: ({ escrow }) => ({ params: { sellerId: escrow.sellerId }, body: ACCOUNT }),
  changePayoutAccount: async ({ escrow, device }) => {
    const params = { sellerId: escrow.sellerId };
    const begun = expectOk(await device.client.call('beginPayoutChange', { params, body: ACCOUNT }));
    const credential = device.passkey.assert(begun.options);
    return { params, body: { changeId: begun.changeId, credential } };
  },
  listWebhookDeliveries: () => ({}),
  resendWebhook: async ({ escrow, makeName }) => {
    expectOk(await escrow.call('changeWebhook', { body: { webhookUrl: WEBHOOK_URL } }));
    await reachStage(escrow, 'placed', makeName());
    const { deliveries } = expectOk(await escrow.call('listWebhookDeliveries'));
    return { params: { deliveryId: deliveries[0]?.id }, body: {} };
  },
} as const satisfies Partial<Record<Operation, MakeRightCall>>;
