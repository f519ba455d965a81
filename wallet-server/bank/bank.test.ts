import { describe, expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { openEscrow, readBalance } from '#tests/fixtures/escrow.ts';

describe('payments to Wayveil', () => {
  test('S35, S39: who pays is told into which account, or that there is none', async () => {
    const escrow = await openEscrow();
    const { payoutAccount } = escrow.app.services.settings;
    expect(expectOk(await escrow.call('getAccount')).payInto).toEqual(payoutAccount);
    escrow.app.services.settings.payoutAccount = null;
    expect(expectOk(await escrow.call('getAccount')).payInto).toBeNull();
  });

  test('S35: a payment is credited by its reference, once', async () => {
    const escrow = await openEscrow();
    const { paymentReference } = expectOk(await escrow.call('getAccount'));
    expect(expectOk(await escrow.call('getAccount')).paymentReference).toBe(paymentReference);
    const notice = { bankReference: 'N-1', paymentReference, amountMinor: '500', currency: 'USD' };
    const typed = ` ${paymentReference.toLowerCase().slice(0, 6)} ${paymentReference.toLowerCase().slice(6)}`;
    const post = (body: object) => escrow.call('postBankNotice', { body });
    expect(await post({ ...notice, paymentReference: typed })).toEqual({ ok: { credited: true } });
    expect(await post(notice)).toEqual({ ok: { credited: false } });
    expect(await post({ ...notice, amountMinor: '501' })).toEqual({ refused: 'conflict' });
    expect(await post({ ...notice, paymentReference: 'WV00000000' })).toEqual({ refused: 'member_unknown' });
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '500' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });
});
