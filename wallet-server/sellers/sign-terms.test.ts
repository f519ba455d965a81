import { describe, expect, test } from 'vitest';
import { hashTermsSigning, type TermsSigning } from '#shared/seller/terms-signing.ts';
import { certifyFrom, type Device, expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { hashTerms, MEMBER_SHOP_TERMS, writeTerms } from './terms.ts';

const OLD = '2026-11-1';
const { version: NEW } = MEMBER_SHOP_TERMS;
const READ = { termsVersion: NEW, termsHash: hashTerms(MEMBER_SHOP_TERMS, 'en') };

/** A shop that signed the first terms. */
async function openOldShop() {
  const server = await openTestApp();
  const device = await makeDevice(server);
  await joinFrom(device);
  const { seller } = await certifyFrom(device, { name: 'Kestrel Audio', host: 'kestrel-audio.localhost' });
  const sql = server.services.directory;
  await sql`update sellers set terms_version = ${OLD} where id = ${seller.id}`;
  device.sellerId = seller.id;
  return { server, sql, device, sellerId: seller.id };
}

async function begin({ client }: Device, sellerId: string) {
  const asked = { params: { sellerId }, body: READ };
  return expectOk(await client.call('beginTermsSigning', asked));
}

const readVersion = async ({ client }: Device) =>
  expectOk(await client.call('listSellers', {})).sellers[0]?.termsVersion;

describe('S26: a shop that signed older terms', () => {
  test('is told what is new in those that a shop signs now', async () => {
    const { device } = await openOldShop();
    const change = expectOk(await device.client.call('getTermsChange', { query: {} }));
    const text = writeTerms(MEMBER_SHOP_TERMS, 'en');
    expect(change).toMatchObject({ signedVersion: OLD, version: NEW, text });
    expect(change.dropped).toEqual([]);
    expect(change.added).toEqual([expect.stringContaining('for 48 hours')]);
    const read = expectOk(await device.client.call('getTermsChange', { query: { locale: 'ja' } }));
    expect(read.text).toBe(writeTerms(MEMBER_SHOP_TERMS, 'ja'));
    expect(read.added).toEqual([expect.stringContaining('48時間')]);
  });

  test('signs them by passkey over the hash of their text and the shop; what it signed before is kept', async () => {
    const { sql, device, sellerId } = await openOldShop();
    const { signingId, signing, options } = await begin(device, sellerId);
    expect(signing).toMatchObject(READ);
    expect(options.challenge).toBe(hashTermsSigning(signing));
    expect(await readVersion(device)).toBe(OLD);
    const [before] = await sql`select signing from sellers`;
    const credential = device.passkey.assert({ challenge: hashTermsSigning(signing) });
    const call = { params: { sellerId }, body: { signingId, credential } };
    expect(expectOk(await device.client.call('signTerms', call)).seller.termsVersion).toBe(NEW);
    expect(await readVersion(device)).toBe(NEW);
    expect(await sql`select signing from sellers`).toEqual([before]);
    expect(await sql`select terms_version from terms_signings`).toEqual([{ terms_version: NEW }]);
    await expect(sql`delete from terms_signings`.execute()).rejects.toThrow('permission denied');
    const change = expectOk(await device.client.call('getTermsChange', { query: {} }));
    expect(change).toMatchObject({ signedVersion: NEW, version: NEW, added: [], dropped: [] });
    const again = { params: { sellerId }, body: READ };
    expect(await device.client.call('beginTermsSigning', again)).toEqual({ refused: 'terms_signed' });
  });

  test.each(['termsVersion', 'termsHash', 'name', 'host', 'nonce'] as (keyof TermsSigning)[])(
    'keeps the older ones where another %s was signed',
    async part => {
      const { device, sellerId } = await openOldShop();
      const { signingId, signing } = await begin(device, sellerId);
      const credential = device.passkey.assert({
        challenge: hashTermsSigning({ ...signing, [part]: 'other' }),
      });
      const call = { params: { sellerId }, body: { signingId, credential } };
      expect(await device.client.call('signTerms', call)).toEqual({ refused: 'passkey_invalid' });
      expect(await readVersion(device)).toBe(OLD);
    },
  );

  test('has them signed by nobody else, over no other version, and once', async () => {
    const { server, device, sellerId } = await openOldShop();
    const stranger = await makeDevice(server);
    await joinFrom(stranger);
    const params = { sellerId };
    const asked = { params, body: READ };
    expect(await stranger.client.call('beginTermsSigning', asked)).toEqual({ refused: 'seller_unknown' });
    const old = { params, body: { ...READ, termsVersion: OLD } };
    expect(await device.client.call('beginTermsSigning', old)).toEqual({ refused: 'terms_changed' });
    const { signingId, options } = await begin(device, sellerId);
    const by = (credential: { id: string; type: 'public-key' }) => ({
      params,
      body: { signingId, credential },
    });
    const mine = by(device.passkey.assert(options));
    expect(await stranger.client.call('signTerms', mine)).toEqual({ refused: 'seller_unknown' });
    const theirs = by(stranger.passkey.assert(options));
    expect(await device.client.call('signTerms', theirs)).toEqual({ refused: 'passkey_unknown' });
    expect(await device.client.call('signTerms', mine)).toEqual({ refused: 'challenge_unknown' });
    expect(await readVersion(device)).toBe(OLD);
  });
});
