import { describe, expect, test } from 'vitest';
import { STAGES } from '#shared/purchase/state.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import {
  confirm,
  confirmBy,
  getPurchase,
  openEscrow,
  placeHeld,
  readBalance,
} from '#tests/fixtures/escrow.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import { confirmByReply } from './confirm.ts';
import { issueConfirmationCode } from './issue-code.ts';
import { runDuePurchases } from './run-due-purchases.ts';

const WAYBILL = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
const DAY = 86_400_000;

describe('a held purchase', () => {
  test('S27 S28 S31 S32 S33 S34 S35 S37: it goes through the five stages and the seller is paid on receipt', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    expect(view).toMatchObject({ state: 'order_received', funding: 'held', codeAllowed: true });
    const byOrder = { params: { orderNumber: 'KA-1' } };
    expect(await escrow.call('shipOrder', { ...byOrder, body: WAYBILL })).toEqual({ refused: 'stage_wrong' });

    expect(expectOk(await confirm(escrow, view)).purchase.state).toBe('identity_confirmed');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '5200', heldMinor: '4800' });
    expect(expectOk(await escrow.call('getSellerAccount')).balances).toEqual([
      { currency: 'USD', payableMinor: '0', pendingMinor: '4800' },
    ]);
    expectOk(await escrow.call('shipOrder', { ...byOrder, body: WAYBILL }));
    const report = { event: 'delivered', ...WAYBILL, orderNumber: 'KA-1', atMs: 0 };
    expect(expectOk(await escrow.call('reportParcel', { body: report })).matched).toBe(true);
    expect((await getPurchase(escrow, view.id)).state).toBe('shipped');

    const params = { purchaseId: view.id };
    const { purchase } = expectOk(await escrow.call('confirmReceipt', { params }));
    expect(purchase.state).toBe('closed');
    expect(Object.keys(purchase.enteredAtMs).sort()).toEqual([...STAGES].sort());
    expect(await escrow.call('confirmReceipt', { params })).toEqual({ refused: 'purchase_over' });
    expect(expectOk(await escrow.call('getSellerAccount')).balances).toEqual([
      { currency: 'USD', payableMinor: '4800', pendingMinor: '0' },
    ]);
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '5200', heldMinor: '0' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('S28: the same order again is the same purchase, another amount under its number is refused', async () => {
    const escrow = await openEscrow();
    const view = await placeHeld(escrow);
    expect((await placeHeld(escrow)).id).toBe(view.id);
    const body = { buyer: escrow.member.number, orderNumber: 'KA-1', amountMinor: '4801', currency: 'USD' };
    expect(await escrow.call('placeOrder', { body: { ...body, description: '' } })).toEqual({
      refused: 'order_exists',
    });
  });

  test('S25 S29: the buyer is found by unique address or by number, and nobody else is a member', async () => {
    const escrow = await openEscrow();
    const order = { orderNumber: 'KA-2', amountMinor: '100', currency: 'USD', description: '' };
    const place = (buyer: string) => escrow.call('placeOrder', { body: { ...order, buyer } });
    expect(await place('nobody@mail.wayveil.example')).toEqual({ refused: 'member_unknown' });
    const placed = expectOk(await place(escrow.member.uniqueAddress.toUpperCase()));
    expect(placed.order.buyerNumber).toBe(escrow.member.number);
  });

  test('S18 S38: a shop sees a number and its escrow, no name, mail, address or card', async () => {
    const escrow = await openEscrow();
    await placeHeld(escrow);
    const seen = JSON.stringify(await escrow.call('listOrders', { query: { limit: 50 } }));
    expect(seen).not.toContain(escrow.member.uniqueAddress);
    expect(seen).not.toContain(escrow.member.personId);
    expect(seen).not.toMatch(/card|nonce/i);
    expect(seen).not.toMatch(/Haneul|Thistlewood|mailbox\.example/);
  });

  test('S30: a reply confirms only where sender and code both match', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const { services } = escrow.app;
    const { id: purchaseId } = await placeHeld(escrow);
    const issued = expectOkCode(await issueConfirmationCode(services, purchaseId));
    const reply = { purchaseId, code: issued, senderMatches: true };
    expect(await confirmByReply(services, { ...reply, senderMatches: false })).toEqual({
      refused: 'sender_wrong',
    });
    expect(await confirmByReply(services, { ...reply, code: null })).toEqual({ refused: 'code_wrong' });
    const wrong = issued === '000000' ? '000001' : '000000';
    expect(await confirmByReply(services, { ...reply, code: wrong })).toEqual({ refused: 'code_wrong' });
    expect(await readBalance(escrow)).toMatchObject({ heldMinor: '0' });
    expect(await confirmByReply(services, reply)).toMatchObject({
      ok: { purchase: { confirmedBy: 'reply' } },
    });
    expect(await confirmByReply(services, reply)).toEqual({ refused: 'code_used' });
  });

  test('S30: a code ends after ten minutes, after five wrong tries, and when another is asked for', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const { services } = escrow.app;
    expect(await confirmBy(escrow, view, '123456')).toEqual({ refused: 'code_missing' });
    const getCode = () => escrow.call('getCode', { params: { purchaseId: view.id } });
    expect(await getCode()).toEqual({ refused: 'code_missing' });
    const first = expectOkCode(await issueConfirmationCode(services, view.id));
    const wrong = first === '000000' ? '000001' : '000000';
    for (let triesLeft = 4; triesLeft >= 0; triesLeft -= 1) {
      expect(await confirmBy(escrow, view, wrong)).toEqual({ refused: 'code_wrong' });
      expect(expectOk(await getCode()).triesLeft).toBe(triesLeft);
    }
    expect(await confirmBy(escrow, view, first)).toEqual({ refused: 'code_tries_over' });
    const second = expectOkCode(await issueConfirmationCode(services, view.id));
    expectOk(await escrow.call('requestCode', { params: { purchaseId: view.id } }));
    expect(await confirmBy(escrow, view, second)).toEqual({ refused: 'code_missing' });
    const third = expectOkCode(await issueConfirmationCode(services, view.id));
    escrow.wait(10 * 60_000);
    expect(await confirmBy(escrow, view, third)).toEqual({ refused: 'code_expired' });
    expect((await getPurchase(escrow, view.id)).state).toBe('order_received');
  });

  test('a purchase stands under no lock while the vault is asked whether a code can be mailed', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const on = { params: { purchaseId: view.id } };
    const isReachable = async () => {
      expectOk(await escrow.call('declinePurchase', on));
      return true;
    };
    Object.assign(escrow.app.services.vault, { isReachable });
    expect(await escrow.call('requestCode', on)).toEqual({ refused: 'purchase_over' });
  });

  test('S30: guesses that come at once are counted one by one, and the right one has no advantage', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const code = expectOkCode(await issueConfirmationCode(escrow.app.services, view.id));
    const guesses = Array.from({ length: 30 }, (_nothing, count) => String(count).padStart(6, '0'));
    const all = [...guesses.filter(guess => guess !== code), code];
    const answers = await Promise.all(all.map(guess => confirmBy(escrow, view, guess)));
    const told = answers.map(answer => ('refused' in answer ? answer.refused : 'confirmed'));
    const wrong = told.filter(word => word === 'code_wrong').length;
    const kept = await escrow.app.databases.directory`
      select tries from confirmation_codes where purchase_id = ${view.id}`;
    expect(kept).toEqual([{ tries: wrong }]);
    // Those that found no turn beside so many others were not looked at: nothing is told of them.
    expect(new Set(told).difference(new Set(['code_wrong', 'code_tries_over', 'conflict']))).toEqual(
      new Set(),
    );
    for (let tries = wrong; tries < 5; tries++)
      expect(await confirmBy(escrow, view, guesses[tries] ?? '')).toEqual({ refused: 'code_wrong' });
    expect(await confirmBy(escrow, view, code)).toEqual({ refused: 'code_tries_over' });
    expect((await getPurchase(escrow, view.id)).state).toBe('order_received');
  });

  test('S30: what was shown is what is bought: a changed amount is refused', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const code = expectOkCode(await issueConfirmationCode(escrow.app.services, view.id));
    const shown = { ...view, amountMinor: '480' };
    expect(await confirmBy(escrow, shown, code)).toEqual({ refused: 'purchase_changed' });
    expectOk(await confirmBy(escrow, view, code));
  });

  test('S30: above the limit of the person a passkey is needed, and a signed confirmation works once', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000_000n);
    const view = await placeHeld(escrow, 'KA-9', '900000');
    expect(view.codeAllowed).toBe(false);
    expect(await issueConfirmationCode(escrow.app.services, view.id)).toEqual({
      refused: 'passkey_required',
    });
    expect(await confirmBy(escrow, view, '123456')).toEqual({ refused: 'passkey_required' });
    const challenge = hashShown(view);
    const { rpId } = escrow.app.services.settings;
    const other = escrow.device.passkey.assert({ challenge: hashShown({ ...view, amountMinor: '1' }), rpId });
    const body = { method: 'passkey', consentHash: challenge };
    const params = { purchaseId: view.id };
    expect(await escrow.call('confirmPurchase', { params, body: { ...body, credential: other } })).toEqual({
      refused: 'passkey_invalid',
    });
    const credential = escrow.device.passkey.assert({ challenge, rpId });
    const signed = { params, body: { ...body, credential } };
    expect(expectOk(await escrow.call('confirmPurchase', signed)).purchase.confirmedBy).toBe('passkey');
    expect(await escrow.call('confirmPurchase', signed)).toEqual({ refused: 'stage_wrong' });
  });

  test('S39: without the money a held purchase is not confirmed, and its code stays good', async () => {
    const escrow = await openEscrow();
    const view = await placeHeld(escrow);
    const code = expectOkCode(await issueConfirmationCode(escrow.app.services, view.id));
    expect(await confirmBy(escrow, view, code)).toEqual({ refused: 'funds_insufficient' });
    await escrow.deposit(4_800n);
    expectOk(await confirmBy(escrow, view, code));
  });

  test('S39: confirmations at the same time never set aside more than there is', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const views = [];
    for (let index = 0; index < 6; index += 1) views.push(await placeHeld(escrow, `KA-${index}`, '3000'));
    const answers = await Promise.all(views.map(view => confirm(escrow, view)));
    expect(answers.filter(answer => 'ok' in answer)).toHaveLength(3);
    expect(
      answers.filter(answer => 'refused' in answer && answer.refused === 'funds_insufficient'),
    ).toHaveLength(3);
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '1000', heldMinor: '9000' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a confirmation and a cancellation at the same time leave the books right', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const view = await placeHeld(escrow);
    const byOrder = { params: { orderNumber: 'KA-1' } };
    await Promise.all([confirm(escrow, view), escrow.call('cancelOrder', byOrder)]).catch(() => undefined);
    await escrow.call('cancelOrder', byOrder);
    expect((await getPurchase(escrow, view.id)).state).toBe('cancelled');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '10000', heldMinor: '0' });
    expect(await escrow.readDifferences()).toSatisfy((all: bigint[]) => all.every(minor => minor === 0n));
  });

  test('time alone expires, reminds and receives', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(10_000n);
    const late = await placeHeld(escrow, 'KA-late');
    const view = await placeHeld(escrow);
    await confirm(escrow, view);
    escrow.wait(31 * 60_000);
    expect(await runDuePurchases(escrow.app.services)).toBe(1);
    expect((await getPurchase(escrow, late.id)).state).toBe('expired');
    await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: WAYBILL });
    await escrow.call('reportParcel', { body: { event: 'delivered', ...WAYBILL, atMs: 0 } });
    for (const days of [3, 2, 1, 1]) {
      escrow.wait(days * DAY);
      expect(await runDuePurchases(escrow.app.services)).toBe(1);
    }
    expect((await getPurchase(escrow, view.id)).state).toBe('closed');
    expect(await runDuePurchases(escrow.app.services)).toBe(0);
  });

  test('a dispute is split by an arbiter, and the rest is free again', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(4_800n);
    const view = await placeHeld(escrow);
    const params = { purchaseId: view.id };
    await confirm(escrow, view);
    await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: WAYBILL });
    expectOk(await escrow.call('disputePurchase', { params, body: { reason: 'broken' } }));
    expect(await escrow.call('ruleDispute', { params, body: { sellerMinor: '4801' } })).toEqual({
      refused: 'amount_wrong',
    });
    const ruled = expectOk(await escrow.call('ruleDispute', { params, body: { sellerMinor: '1800' } }));
    expect(ruled.purchase.state).toBe('closed');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '3000', heldMinor: '0' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test("nobody else's purchase is known", async () => {
    const escrow = await openEscrow();
    const { id: purchaseId } = await placeHeld(escrow);
    const party = { personId: '01890000-0000-7000-8000-000000000001' };
    for (const operation of ['getPurchase', 'declinePurchase', 'confirmReceipt', 'requestCode'] as const) {
      expect(await escrow.call(operation, { party, params: { purchaseId } })).toEqual({
        refused: 'purchase_unknown',
      });
    }
  });
});

function expectOkCode(issued: { code: string } | { refused: string }): string {
  if ('refused' in issued) throw new Error(issued.refused);
  return issued.code;
}
