import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { postBankNotice, reportParcel, resolveNumber } from '#shared/api/outside.ts';
import { createBank } from './bank.ts';
import { createCarrier } from './carrier.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const SECRET = `whsec_${Buffer.from('a secret that both sides hold').toString('base64')}`;

async function startStub(status: number, body: unknown): Promise<StubServer> {
  const stub = await startStubServer(async () => ({ status, body }));
  onTestFinished(() => stub.close());
  return stub;
}

test('the bank tells each payment under a reference of its own, signed', async () => {
  const stub = await startStub(200, { credited: true });
  const bank = createBank({ serverOrigin: stub.origin, secret: SECRET });
  const payment = { paymentReference: 'WV-30217', amountMinor: '50000', currency: 'USD' } as const;
  await bank.receivePayment(payment);
  await bank.receivePayment(payment);
  const told = stub.calls().map(({ body, headers }) => {
    const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>);
    return postBankNotice.body.parse(verified);
  });
  expect(new Set(told.map(({ bankReference }) => bankReference)).size).toBe(2);
  const [first] = bank.notices();
  if (first) await bank.repeatNotice(first);
  expect(stub.calls()[2]?.body).toBe(stub.calls()[0]?.body);
});

test('the carrier reports its parcels with its key, each event once', async () => {
  const stub = await startStub(200, { matched: true });
  const carrier = createCarrier({ serverOrigin: stub.origin, apiKey: 'wvk_carrier' });
  const parcel = { waybill: '1Z999', orderNumber: 'KA-1' };
  expect(await carrier.accept(parcel)).toEqual({ matched: true });
  await carrier.deliver(parcel);
  const calls = stub.calls();
  expect(calls.map(({ body }) => reportParcel.body.parse(JSON.parse(body)).event)).toEqual([
    'accepted',
    'delivered',
  ]);
  expect(calls.map(({ headers }) => headers['idempotency-key'])).toEqual([
    'accepted-1Z999',
    'delivered-1Z999',
  ]);
  expect(calls[0]?.headers.authorization).toBe('Bearer wvk_carrier');
});

test('the carrier keeps what it learned', async () => {
  const told = { released: true, field: 'destination1', lines: ['1 Main St'], untilMs: 1 };
  const stub = await startStub(200, told);
  const carrier = createCarrier({ serverOrigin: stub.origin, apiKey: 'wvk_carrier' });
  const request = {
    fieldNumber: 'QX7K2M9T4-06',
    orderNumber: 'KA-1',
    waybill: '1Z999',
    use: 'print',
  } as const;
  expect(await carrier.resolve(request)).toEqual(told);
  expect(resolveNumber.body.parse(JSON.parse(stub.calls()[0]?.body ?? ''))).toEqual(request);
  expect(carrier.learned()).toEqual([{ request, resolution: told }]);
});

test('a refusal reaches the carrier as its code', async () => {
  const stub = await startStub(409, { code: 'waybill_wrong' });
  const carrier = createCarrier({ serverOrigin: stub.origin, apiKey: 'wvk_carrier' });
  expect(await carrier.deliver({ waybill: '1Z999' })).toEqual({ refused: 'waybill_wrong' });
});
