import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { placeOrder, shipOrder } from '#shared/api/sellers.ts';
import { startAcquirer } from '#tests/world/acquirer.ts';
import { agreeingIssuer } from '#tests/world/issuer-messages.ts';
import { type StubCall, startStubServer } from '#tests/world/stub-server.ts';
import { startClassicShop } from './classic/shop.ts';

const SECRET = `whsec_${Buffer.from('a secret that both sides hold').toString('base64')}`;
const FORM = {
  email: 'ann.lee@example.com',
  phone: '+12187220143',
  ship_first_name: 'Ann',
  ship_last_name: 'Lee',
  ship_country: 'US',
  ship_address1: '4200 Superior St',
  ship_city: 'Duluth',
  ship_state: 'MN',
  ship_zip: '55802',
  billing_same: '1',
  payment_method: 'wayveil',
  wayveil_email: 'q7xk2m@wayveil.example',
  terms: '1',
};

const VERSIONS = ['order_received', 'identity_confirmed', 'shipped', 'delivered', 'received', 'closed'];

function viewOrder(orderNumber: string, state: string) {
  const version = VERSIONS.indexOf(state) + 1;
  return { id: 'p1', orderNumber, state, version, funding: 'held', deliveryNumber: 'QX7K2M9T4' };
}

/** A wallet server that takes every order, and a classic shop that is a member there. */
async function openMemberShop(refusal?: string) {
  const answer = async ({ url, body }: StubCall) => {
    if (refusal !== undefined) return { status: 404, body: { code: refusal } };
    if (url === '/v1/orders')
      return { status: 201, body: { order: viewOrder(JSON.parse(body).orderNumber, 'order_received') } };
    return { status: 200, body: { order: viewOrder(url.split('/')[3] ?? '', 'shipped') } };
  };
  const stub = await startStubServer(answer);
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startClassicShop({ acquirerOrigin: acquirer.origin });
  shop.becomeMember({ serverOrigin: stub.origin, apiKey: 'wvk_shop', webhookSecret: SECRET });
  onTestFinished(() => Promise.all([stub.close(), acquirer.close(), shop.close()]).then(() => undefined));
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(shop.loopbackOrigin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields).toString(),
    });
  const buy = async () => {
    const visit = await post('/basket/add', { sku: 'K-110' });
    return post('/checkout', FORM, visit.headers.get('set-cookie')?.split(';')[0]);
  };
  const sendWebhook = (orderNumber: string, state: string, secret = SECRET) => {
    const body = JSON.stringify({
      type: `purchase.${state}`,
      timestamp: new Date().toISOString(),
      data: viewOrder(orderNumber, state),
    });
    const now = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', now, body),
    };
    return fetch(`${shop.loopbackOrigin}/webhooks/wayveil`, { method: 'POST', headers, body });
  };
  return { shop, stub, acquirer, post, buy, sendWebhook };
}

test('a member shop posts the order with the unique address and without card or street', async () => {
  const { shop, stub, buy, acquirer } = await openMemberShop();
  expect((await buy()).status).toBe(303);
  const [call] = stub.calls();
  expect(call?.headers.authorization).toBe('Bearer wvk_shop');
  const order = placeOrder.body.parse(JSON.parse(call?.body ?? ''));
  expect(order).toMatchObject({ buyer: FORM.wayveil_email, amountMinor: '25700', currency: 'USD' });
  expect(call?.headers['idempotency-key']).toContain(order.orderNumber);
  expect(call?.body).not.toContain('Superior');
  expect(shop.orders()).toMatchObject([{ state: 'waiting_for_confirmation', number: order.orderNumber }]);
  expect(acquirer.exchanges()).toHaveLength(0);
});

test('a member shop ships only after the purchase is confirmed, and an older message changes nothing', async () => {
  const { shop, stub, buy, post, sendWebhook } = await openMemberShop();
  await buy();
  const number = shop.orders()[0]?.number ?? '';
  const shipment = { carrier: 'Tern Parcels', trackingNumber: '1Z999AA1' };
  expect((await post(`/admin/orders/${number}/ship`, shipment)).status).toBe(409);
  expect((await sendWebhook(number, 'identity_confirmed')).status).toBe(204);
  expect((await post(`/admin/orders/${number}/ship`, shipment)).status).toBe(303);
  const call = stub.calls().at(-1);
  expect(call?.url).toBe(`/v1/orders/${number}/shipment`);
  expect(shipOrder.body.parse(JSON.parse(call?.body ?? ''))).toEqual({
    waybill: '1Z999AA1',
    carrier: 'Tern Parcels',
  });
  expect(shop.orders()).toMatchObject([{ state: 'shipped' }]);
  await sendWebhook(number, 'closed');
  expect(shop.orders()).toMatchObject([{ state: 'complete' }]);
  await sendWebhook(number, 'shipped');
  expect(shop.orders()).toMatchObject([{ state: 'complete' }]);
});

test('a webhook with a wrong signature moves nothing', async () => {
  const { shop, buy, sendWebhook } = await openMemberShop();
  await buy();
  const number = shop.orders()[0]?.number ?? '';
  const foreign = `whsec_${Buffer.from('somebody else has this one').toString('base64')}`;
  expect((await sendWebhook(number, 'identity_confirmed', foreign)).status).toBe(401);
  expect(shop.orders()).toMatchObject([{ state: 'waiting_for_confirmation' }]);
});

test('an address that is no member leaves no order', async () => {
  const { shop, buy } = await openMemberShop('member_unknown');
  expect((await buy()).status).toBe(422);
  expect(shop.orders()).toHaveLength(0);
});
