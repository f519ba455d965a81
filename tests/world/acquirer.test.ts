import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { IssuerMessage } from '#shared/api/outside.ts';
import { type CardCharge, createCardClient } from '#tests/shops/card-client.ts';
import { startAcquirer } from './acquirer.ts';
import { issuerByHttp } from './issuer-by-http.ts';
import { agreeingIssuer, type Issuer } from './issuer-messages.ts';
import { startStubServer } from './stub-server.ts';

const SECRET = `whsec_${Buffer.from('a secret that both sides hold').toString('base64')}`;
const MERCHANT = {
  id: 'SHOP1',
  name: 'Shop',
  city: 'Town',
  country: 'US',
  mcc: '5732',
  host: 'shop.localhost',
};
const CHARGE: CardCharge = {
  source: { card: { number: '4242424242424242', expiryDate: '3012', csc: '123' } },
  amountMinor: 25_700,
  currency: 'USD',
  reference: 'KA-1',
  capture: 'at_shipping',
};

async function openShopAccount(issuer: Issuer) {
  const acquirer = await startAcquirer({ issuer });
  onTestFinished(() => acquirer.close());
  return { acquirer, cards: createCardClient(acquirer.origin, MERCHANT) };
}

test('a payment is authorised, presented and refunded in messages that the contract accepts', async () => {
  const { acquirer, cards } = await openShopAccount(agreeingIssuer);
  const { paymentId, status } = await cards.authorise(CHARGE);
  expect(status).toBe('authorised');
  expect((await cards.capture(paymentId)).status).toBe('captured');
  expect((await cards.refund(paymentId)).status).toBe('refunded');
  const messages = acquirer.exchanges().map(({ message }) => IssuerMessage.parse(message));
  expect(
    messages.map(({ messageTypeIndicator, processingCode }) => [messageTypeIndicator, processingCode]),
  ).toEqual([
    ['0100', '000000'],
    ['0220', '000000'],
    ['0220', '200000'],
  ]);
  expect(new Set(messages.map(message => message.retrievalReferenceNumber)).size).toBe(1);
  expect(new Set(messages.map(message => message.systemTraceAuditNumber)).size).toBe(3);
  expect(messages.map(message => message.cardSecurityCode)).toEqual(['123', undefined, undefined]);
});

test('a capture at once is presented with the authorisation', async () => {
  const { acquirer, cards } = await openShopAccount(agreeingIssuer);
  expect((await cards.authorise({ ...CHARGE, capture: 'now' })).status).toBe('captured');
  expect(acquirer.exchanges()).toHaveLength(2);
});

test('a declined payment is neither captured nor refunded', async () => {
  const { cards } = await openShopAccount(async message => ({
    ...(await agreeingIssuer(message)),
    responseCode: '61',
  }));
  const { paymentId, status, responseCode } = await cards.authorise(CHARGE);
  expect([status, responseCode]).toEqual(['declined', '61']);
  await expect(cards.capture(paymentId)).rejects.toThrow('409');
});

test('a message to the wallet server is signed by the Standard Webhooks scheme', async () => {
  const answer = {
    messageTypeIndicator: '0110',
    responseCode: '00',
    authorizationIdentificationResponse: 'A1B2C3',
  };
  const stub = await startStubServer(async () => ({ status: 200, body: answer }));
  onTestFinished(() => stub.close());
  const issuer = issuerByHttp({ origin: stub.origin, secret: SECRET, clock: Date.now });
  const { cards } = await openShopAccount(issuer);
  expect((await cards.authorise(CHARGE)).status).toBe('authorised');
  const [call] = stub.calls();
  expect(call?.url).toBe('/v1/issuer/messages');
  const headers = call?.headers as Record<string, string>;
  expect(new Webhook(SECRET).verify(call?.body ?? '', headers)).toMatchObject({
    primaryAccountNumber: '4242424242424242',
  });
});

test('an issuer that stays silent for two seconds declines', async () => {
  const stub = await startStubServer(() => new Promise(() => undefined));
  onTestFinished(() => stub.close());
  const issuer = issuerByHttp({ origin: stub.origin, secret: SECRET, clock: Date.now });
  const { cards } = await openShopAccount(issuer);
  expect(await cards.authorise(CHARGE)).toMatchObject({ status: 'declined', responseCode: '91' });
});
