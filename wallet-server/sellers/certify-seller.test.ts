import { expect, test } from 'vitest';
import { createClient } from '#shared/api/client.ts';
import { LOCALES } from '#shared/api/locale.ts';
import { hashTermsSigning, hashTermsText } from '#shared/seller/terms-signing.ts';
import {
  certifyFrom,
  expectOk,
  joinFrom,
  makeDevice,
  readTerms,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { openTestApp, type TestApp } from '#tests/fixtures/wallet-server.ts';
import { getWebhookTarget } from './find-seller.ts';
import { MEMBER_SHOP_TERMS } from './terms.ts';

const SHOP = {
  name: 'Kestrel Audio',
  host: 'kestrel-audio.localhost',
  webhookUrl: 'http://127.0.0.1:1/hook',
};

async function openCertified() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  const member = await joinFrom(device);
  const certified = await certifyFrom(device, SHOP);
  return { server, device, member, certified };
}

function makeShopClient(server: TestApp, apiKey: string) {
  return createClient({ ...server, authorize: async () => ({ authorization: `Bearer ${apiKey}` }) });
}

test('S26: a shop whose person signed the terms is certified and listed', async () => {
  const { device, certified } = await openCertified();
  expect(certified.seller).toMatchObject({
    name: SHOP.name,
    host: SHOP.host,
    termsVersion: MEMBER_SHOP_TERMS.version,
  });
  expect(certified.apiKey).toMatch(/^wvk_[\w-]{43}$/);
  expect(certified.webhookSecret).toMatch(/^whsec_/);
  expect(expectOk(await device.client.call('listSellers', {}))).toEqual({ sellers: [certified.seller] });
});

test('S26: a signature over another shop, by another person or of an older text certifies nobody', async () => {
  const { server, device } = await openCertified();
  const read = await readTerms(device);
  const begin = (name: string, terms = read) =>
    device.client.call('beginSeller', { body: { name, host: 'other.localhost', ...terms } });
  const changed = { refused: 'terms_changed' };
  expect(await begin('Other', { ...read, termsVersion: '2026-11-1' })).toEqual(changed);
  expect(await begin('Other', { ...read, termsHash: hashTermsText('another text') })).toEqual(changed);
  const one = expectOk(await begin('One'));
  const two = expectOk(await begin('Two'));
  const certify = (signingId: string, options: typeof one.options) =>
    device.client.call('certifySeller', {
      body: { signingId, credential: device.passkey.assert(options), webhookUrl: null },
    });
  expect(await certify(one.signingId, two.options)).toEqual({ refused: 'passkey_invalid' });
  expect(await certify(one.signingId, one.options)).toEqual({ refused: 'challenge_unknown' });
  const stranger = await makeDevice(server);
  await joinFrom(stranger);
  const credential = stranger.passkey.assert(two.options);
  const body = { signingId: two.signingId, credential, webhookUrl: null };
  expect(await stranger.client.call('certifySeller', { body })).toEqual({ refused: 'challenge_unknown' });
  expect(await device.client.call('certifySeller', { body })).toEqual({ refused: 'passkey_unknown' });
  const third = expectOk(await begin('Three'));
  const foreign = device.passkey.assert(third.options, { origin: 'https://evil.example' });
  const framed = { signingId: third.signingId, credential: foreign, webhookUrl: null };
  expect(await device.client.call('certifySeller', { body: framed })).toEqual({ refused: 'origin_foreign' });
});

test.each(LOCALES)('S26: terms read in %s are signed as they were read', async locale => {
  const { server, device } = await openCertified();
  const { version, text } = expectOk(await device.client.call('getTerms', { query: { locale } }));
  const shown = {
    termsVersion: version,
    termsHash: hashTermsText(text),
    name: 'Other',
    host: 'other.localhost',
  };
  const { signingId, signing } = expectOk(await device.client.call('beginSeller', { body: shown }));
  expect(signing).toEqual({ ...shown, nonce: expect.any(String) });
  const credential = device.passkey.assert({
    challenge: hashTermsSigning({ ...shown, nonce: signing.nonce }),
  });
  const body = { signingId, credential, webhookUrl: null };
  expectOk(await device.client.call('certifySeller', { body }));
  const kept = await server.services.directory`
    select terms_hash from sellers where host = ${shown.host}`;
  expect(kept).toEqual([{ terms_hash: shown.termsHash }]);
});

test('S26: one host is one shop', async () => {
  const { device } = await openCertified();
  await expect(certifyFrom(device, SHOP)).rejects.toThrow('conflict');
});

test('S16: who buys and sells is one person with one number', async () => {
  const { server, device, member } = await openCertified();
  const sellersPage = await makeDevice(server, device.passkey);
  expect(await signInFrom(sellersPage)).toEqual(member);
  expect(expectOk(await sellersPage.client.call('listSellers', {})).sellers).toHaveLength(1);
});

test('an API key opens its shop until it is replaced', async () => {
  const { server, certified } = await openCertified();
  const shop = makeShopClient(server, certified.apiKey);
  const { apiKey } = expectOk(await shop.call('replaceApiKey', { body: {} }));
  expect(await shop.call('replaceApiKey', { body: {} })).toEqual({ refused: 'key_invalid' });
  const next = makeShopClient(server, apiKey);
  const changed = expectOk(await next.call('changeWebhook', { body: { webhookUrl: null } }));
  expect(changed.seller.webhookUrl).toBeNull();
  expect(changed.webhookSecret).not.toBe(certified.webhookSecret);
  expect(await getWebhookTarget(server.services, certified.seller.id)).toBeNull();
});

test('a session speaks for a shop of its own person only', async () => {
  const { server, device, certified } = await openCertified();
  const change = { body: { webhookUrl: 'http://127.0.0.1:2/hook' } };
  expect(await device.client.call('changeWebhook', change)).toEqual({ refused: 'seller_unknown' });
  device.sellerId = certified.seller.id;
  const changed = expectOk(await device.client.call('changeWebhook', change));
  const target = { url: 'http://127.0.0.1:2/hook', secret: changed.webhookSecret };
  expect(await getWebhookTarget(server.services, certified.seller.id)).toEqual(target);
  const stranger = await makeDevice(server);
  await joinFrom(stranger);
  stranger.sellerId = certified.seller.id;
  expect(await stranger.client.call('changeWebhook', change)).toEqual({ refused: 'seller_unknown' });
});

test('S38: keys and secrets are kept so that a stolen directory opens nothing', async () => {
  const { server, certified } = await openCertified();
  const rows = await server.services
    .directory`select t::text as row, webhook_secret_sealed, api_key_hash from sellers t`;
  const kept = JSON.stringify(rows) + JSON.stringify(rows.map(row => String(row.webhook_secret_sealed)));
  expect(kept).not.toContain(certified.apiKey);
  expect(kept).not.toContain(certified.webhookSecret.slice(6));
});
