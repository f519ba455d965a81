import { describe, expect, test } from 'vitest';
import { createClient } from '#shared/api/client.ts';
import { hashPayoutConsent, type PayoutConsent } from '#shared/money/payout-consent.ts';
import {
  certifyFrom,
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  nameAccountFrom,
} from '#tests/fixtures/device.ts';
import { type Escrow, openEscrow } from '#tests/fixtures/escrow.ts';
import { PAYOUT_REST_MS } from './change-payout-account.ts';
import { preparePayouts } from './payouts.ts';

const OWN = { name: 'Kestrel Audio', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
const ELSEWHERE = { name: 'Somebody', iban: 'FR1420041010050500013M02606', bic: null };
const BATCH = { currency: 'USD', executionDate: '2026-11-23' } as const;

const begin = (device: Device, sellerId: string, body = ELSEWHERE as typeof OWN | typeof ELSEWHERE) =>
  device.client.call('beginPayoutChange', { params: { sellerId }, body });

/** A change of the escrow's shop, begun, and how it is sent with some credential. */
async function beginChange({ device, sellerId }: Escrow) {
  const { changeId, consent, options } = expectOk(await begin(device, sellerId));
  const send = (credential: ReturnType<Device['passkey']['assert']>, from = device, shop = sellerId) =>
    from.client.call('changePayoutAccount', { params: { sellerId: shop }, body: { changeId, credential } });
  return { consent, options, send };
}

const readDigits = async (escrow: Escrow) =>
  expectOk(await escrow.call('getSellerAccount')).payoutAccount?.lastDigits ?? null;

/** Makes `amountMinor` payable to the shop. */
async function makePayable({ app, sellerId }: Escrow, reference: string): Promise<void> {
  await app.services.directory`
    insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
      posted_minor, pending_minor, at_ms)
    values ('single', ${reference}, 'bank', 'house', 'seller_payable', ${sellerId}, 'USD', 500, 0, 1)`;
}

describe('S34: where a shop is paid', () => {
  test('is named by its owner, whose passkey signs the hash of exactly what was shown', async () => {
    const escrow = await openEscrow();
    const { device, sellerId } = escrow;
    const { consent, options } = expectOk(await begin(device, sellerId, OWN));
    expect(consent).toMatchObject({ ...OWN, sellerId, shopName: 'Kestrel Audio', replacesDigits: null });
    expect(consent.paysFromMs).toBe(escrow.app.clock.nowMs);
    expect(options.challenge).toBe(hashPayoutConsent(consent));
    const { account } = expectOk(await nameAccountFrom(device, sellerId, OWN));
    expect(account).toMatchObject({ lastDigits: '3000', paysFromMs: escrow.app.clock.nowMs });
    const lines = await escrow.app.services.directory`
      select sealed::text, (select jsonb_agg(detail)::text from challenges) as detail from payout_signings`;
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(OWN.iban);
  });

  test.each(Object.keys(OWN).concat('shopName', 'paysFromMs', 'replacesDigits') as (keyof PayoutConsent)[])(
    'a signature over another %s changes nothing',
    async part => {
      const escrow = await openEscrow();
      const { consent, send } = await beginChange(escrow);
      const other = part === 'paysFromMs' ? consent.paysFromMs - 1 : 'XX';
      const challenge = hashPayoutConsent({ ...consent, [part]: other });
      expect(await send(escrow.device.passkey.assert({ challenge }))).toEqual({ refused: 'passkey_invalid' });
      expect(await readDigits(escrow)).toBeNull();
    },
  );

  test('the shop’s key alone begins nothing, nor does the session of another person', async () => {
    const escrow = await openEscrow();
    const { sellerId, app } = escrow;
    const { apiKey } = expectOk(await escrow.call('replaceApiKey'));
    const shop = createClient({ ...app, authorize: async () => ({ authorization: `Bearer ${apiKey}` }) });
    const input = { params: { sellerId }, body: ELSEWHERE };
    expect(await shop.call('beginPayoutChange', input)).toEqual({ refused: 'session_missing' });
    const stranger = await makeDevice(app);
    await joinFrom(stranger);
    stranger.sellerId = sellerId;
    expect(await begin(stranger, sellerId)).toEqual({ refused: 'seller_unknown' });
    const { options, send } = await beginChange(escrow);
    expect(await send(stranger.passkey.assert(options), stranger)).toEqual({ refused: 'seller_unknown' });
    expect(await readDigits(escrow)).toBeNull();
  });

  test('a session of the owner alone is not enough: no other touch and no other passkey counts, and each once', async () => {
    const escrow = await openEscrow();
    const { app, device, sellerId } = escrow;
    const other = await certifyFrom(device, { name: 'Other', host: 'other.localhost' });
    const stranger = await makeDevice(app);
    await joinFrom(stranger);
    const signIn = expectOk(await device.client.call('beginSignIn', { body: {} }));
    const first = await beginChange(escrow);
    expect(await first.send(device.passkey.assert(signIn.options))).toEqual({ refused: 'passkey_invalid' });
    expect(await first.send(device.passkey.assert(first.options))).toEqual({ refused: 'challenge_unknown' });
    const second = await beginChange(escrow);
    expect(await second.send(stranger.passkey.assert(second.options))).toEqual({
      refused: 'passkey_unknown',
    });
    const third = await beginChange(escrow);
    const credential = device.passkey.assert(third.options);
    expect(await third.send(credential, device, other.seller.id)).toEqual({ refused: 'challenge_unknown' });
    const fourth = await beginChange(escrow);
    const signed = device.passkey.assert(fourth.options);
    app.clock.nowMs += 5 * 60_000;
    expect(await fourth.send(signed)).toEqual({ refused: 'challenge_unknown' });
    expect(await readDigits(escrow)).toBeNull();
    const last = await beginChange(escrow);
    const touch = device.passkey.assert(last.options);
    expectOk(await last.send(touch));
    expect(await last.send(touch)).toEqual({ refused: 'challenge_unknown' });
    expect(sellerId).not.toBe(other.seller.id);
  });

  test('of two changes that were begun, the one that is signed later is refused', async () => {
    const escrow = await openEscrow();
    const [one, two] = [await beginChange(escrow), await beginChange(escrow)];
    expectOk(await one.send(escrow.device.passkey.assert(one.options)));
    expect(await two.send(escrow.device.passkey.assert(two.options))).toEqual({ refused: 'conflict' });
  });

  test('a change lets payouts rest for two days, and those under way keep their account', async () => {
    const escrow = await openEscrow();
    const { device, sellerId, app } = escrow;
    const { services } = app;
    expectOk(await nameAccountFrom(device, sellerId, OWN));
    await makePayable(escrow, 'one');
    const { batchId } = await preparePayouts(services, BATCH);
    app.clock.nowMs += 60_000;
    const changedAtMs = app.clock.nowMs;
    const { account } = expectOk(await nameAccountFrom(device, sellerId, ELSEWHERE));
    expect(account).toEqual({ lastDigits: '2606', changedAtMs, paysFromMs: changedAtMs + PAYOUT_REST_MS });
    const file = expectOk(await escrow.call('getPayoutFile', { params: { batchId } })).document;
    expect(file).toContain(OWN.iban);
    expect(file).not.toContain(ELSEWHERE.iban);
    await makePayable(escrow, 'two');
    app.clock.nowMs = changedAtMs + PAYOUT_REST_MS - 1;
    expect((await preparePayouts(services, BATCH)).count).toBe(0);
    app.clock.nowMs += 1;
    expect(await preparePayouts(services, BATCH)).toMatchObject({ count: 1, totalMinor: 500n });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('what was signed is kept for good, and the owner is told of each change', async () => {
    const escrow = await openEscrow();
    const sql = escrow.app.services.directory;
    expectOk(await nameAccountFrom(escrow.device, escrow.sellerId, OWN));
    escrow.app.clock.nowMs += 1;
    expectOk(await nameAccountFrom(escrow.device, escrow.sellerId, ELSEWHERE));
    const jobs = await sql`select payload from jobs where kind = 'mail_payout_account_changed'`;
    expect(jobs).toEqual([1, 2].map(() => ({ payload: { sellerId: escrow.sellerId } })));
    await expect(sql`delete from payout_signings`.execute()).rejects.toThrow('permission denied');
  });
});
