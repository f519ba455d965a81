import { describe, expect, test } from 'vitest';
import type { ArmedNumber } from '#shared/card/card.ts';
import { isPrimaryAccountNumber } from '#shared/card/luhn.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import {
  confirm,
  type Escrow,
  getPurchase,
  makeMessage,
  openEscrow,
  placeAdvanced,
  readBalance,
  tellIssuer,
} from '#tests/fixtures/escrow.ts';
import { runDuePurchases } from '../purchases/run-due-purchases.ts';

const DAY = 86_400_000;

async function arm(escrow: Escrow, amountMinor?: string): Promise<ArmedNumber> {
  const view = await placeAdvanced(escrow, amountMinor);
  const { armedNumber } = expectOk(await confirm(escrow, view));
  if (!armedNumber) throw new Error('nothing was armed');
  return armedNumber;
}

/** Authorises and clears, as a shop does that ships at once. */
async function charge(escrow: Escrow, armed: ArmedNumber): Promise<void> {
  expect(await tellIssuer(escrow, makeMessage(armed))).toBe('00');
  expect(await tellIssuer(escrow, makeMessage(armed, { messageTypeIndicator: '0220' }))).toBe('00');
}

/** Keeps the purchase's row locked while `run` runs, as a command does that is under way. */
async function holdPurchase({ app }: Escrow, purchaseId: string, run: () => Promise<void>): Promise<void> {
  await app.databases.directory.begin(async tx => {
    await tx`select 1 from purchases where id = ${purchaseId} for update`;
    await run();
  });
}

describe('an advanced purchase', () => {
  test('S62: a card comes with a virtual identity that means nothing, and its number never pays', async () => {
    const escrow = await openEscrow();
    const body = { label: 'Seoul', hubId: 'us-portland', currency: 'USD' };
    const { card, cardData } = expectOk(await escrow.call('issueCard', { body }));
    expect(isPrimaryAccountNumber(cardData.primaryAccountNumber)).toBe(true);
    const { address, deliveryCode, email, name } = card.virtualIdentity;
    expect(address.addressLines.at(-1)).toBe(`PMB ${deliveryCode}`);
    expect(deliveryCode).toMatch(/^[1-9]\d{4}$/);
    expect(email).toBe(escrow.member.uniqueAddress);
    expect(name).toMatch(/^\p{L}+ \p{L}+$/u);
    const listed = JSON.stringify(expectOk(await escrow.call('listCards')));
    expect(listed).not.toContain(cardData.primaryAccountNumber);
    const view = await placeAdvanced(escrow);
    const armed = expectOk(await confirm(escrow, view)).armedNumber;
    if (!armed) throw new Error('nothing was armed');
    expect(await tellIssuer(escrow, makeMessage({ ...armed, ...cardData }))).toBe('14');
    expect(await escrow.call('issueCard', { body: { ...body, hubId: 'nowhere' } })).toEqual({
      refused: 'hub_unknown',
    });
  });

  test('S33 S34 S35 S39: the shop is paid at once, the buyer is billed on receipt and pays', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const params = { purchaseId: armed.purchaseId };
    expect(expectOk(await escrow.call('getArmedNumber', { params })).armedNumber).toEqual(armed);
    await charge(escrow, armed);
    expect(await escrow.call('getArmedNumber', { params })).toEqual({ refused: 'number_unarmed' });
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '4800' });
    const shipment = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
    expectOk(await escrow.call('reportShipment', { params, body: shipment }));
    const received = expectOk(await escrow.call('confirmReceipt', { params })).purchase;
    expect(received).toMatchObject({ state: 'received', bill: { amountMinor: '4800', settledAtMs: null } });
    await escrow.deposit(1_000n);
    expect((await getPurchase(escrow, armed.purchaseId)).state).toBe('received');
    await escrow.deposit(3_800n);
    expect((await getPurchase(escrow, armed.purchaseId)).state).toBe('closed');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '0', owedMinor: '0' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('S35: a bill is paid on receipt where the money is there already', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const armed = await arm(escrow);
    await charge(escrow, armed);
    const params = { purchaseId: armed.purchaseId };
    expect(expectOk(await escrow.call('confirmReceipt', { params })).purchase.state).toBe('closed');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '200', owedMinor: '0' });
  });

  test('only the payee, the amount, the currency, the expiry and the code that were armed are approved', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const told = (change: Parameters<typeof makeMessage>[1]) =>
      tellIssuer(escrow, makeMessage(armed, change));
    expect(await told({ cardAcceptorUrl: 'https://evil.localhost' })).toBe('57');
    expect(await told({ cardAcceptorUrl: 'https://lamps.localhost.evil.example' })).toBe('57');
    expect(await told({ amountTransaction: '4801' })).toBe('13');
    expect(await told({ amountTransaction: '480' })).toBe('13');
    expect(await told({ currencyCodeTransaction: '978' })).toBe('13');
    expect(await told({ expirationDate: '2001' })).toBe('54');
    const wrong = armed.cardSecurityCode === '111' ? '112' : '111';
    expect(await told({ cardSecurityCode: wrong })).toBe('05');
    expect(await told({ primaryAccountNumber: '4000002000000000' })).toBe('14');
    expect(await told({ processingCode: '200000' })).toBe('05');
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '0' });
    expect(await told({})).toBe('00');
    expect(await told({})).toBe('57');
  });

  test('its owner sees the newest charges that were declined, and why', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const told = (change: Parameters<typeof makeMessage>[1]) => {
      escrow.wait(1000);
      return tellIssuer(escrow, makeMessage(armed, change));
    };
    await told({ cardAcceptorUrl: 'https://evil.localhost/pay' });
    await told({ amountTransaction: '4801' });
    await told({ currencyCodeTransaction: '999' });
    await told({ expirationDate: '2001' });
    await told({});
    expect((await getPurchase(escrow, armed.purchaseId)).declines).toHaveLength(4);
    await told({});
    await told({});
    const { declines } = await getPurchase(escrow, armed.purchaseId);
    expect(
      declines.map(({ reason, payeeHost, amountMinor, currency }) => [
        ...[reason, payeeHost, amountMinor, currency],
      ]),
    ).toEqual([
      ['charge_exists', 'lamps.localhost', '4800', 'USD'],
      ['charge_exists', 'lamps.localhost', '4800', 'USD'],
      ['card_data_wrong', 'lamps.localhost', '4800', 'USD'],
      ['amount_wrong', 'lamps.localhost', '4800', null],
      ['amount_wrong', 'lamps.localhost', '4801', 'USD'],
    ]);
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a number that is late is expired, and what was set aside is free again', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    escrow.wait(15 * 60_000);
    expect(await tellIssuer(escrow, makeMessage(armed))).toBe('54');
    await runDuePurchases(escrow.app.services);
    expect((await getPurchase(escrow, armed.purchaseId)).state).toBe('expired');
    expect(await tellIssuer(escrow, makeMessage(armed))).toBe('54');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('the same message again gets the same answer, another one under its name is a duplicate', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const message = makeMessage(armed);
    const first = await escrow.call('postIssuerMessage', { body: message });
    expect(await escrow.call('postIssuerMessage', { body: message })).toEqual(first);
    expect(await tellIssuer(escrow, { ...message, amountTransaction: '1' })).toBe('94');
    const both = makeMessage(armed, { messageTypeIndicator: '0220' });
    expect(await Promise.all([tellIssuer(escrow, both), tellIssuer(escrow, both)])).toEqual(['00', '00']);
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '4800' });
    const foreign = { messageTypeIndicator: '0400', retrievalReferenceNumber: 'RRN000000099' } as const;
    expect(await tellIssuer(escrow, makeMessage(armed, foreign))).toBe('05');
  });

  test('a purchase that somebody holds is answered by 96, and the same message is decided once it is free', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const message = makeMessage(armed);
    const clearing = makeMessage(armed, { messageTypeIndicator: '0220' });
    await holdPurchase(escrow, armed.purchaseId, async () => {
      expect(await tellIssuer(escrow, message)).toBe('96');
    });
    expect(await tellIssuer(escrow, message)).toBe('00');
    await holdPurchase(escrow, armed.purchaseId, async () => {
      expect(await tellIssuer(escrow, clearing)).toBe('96');
    });
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '0' });
    expect(await tellIssuer(escrow, clearing)).toBe('00');
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '4800' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a shop captures less than was authorised, and the rest is not owed', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const advice = { messageTypeIndicator: '0220' } as const;
    expect(await tellIssuer(escrow, makeMessage(armed))).toBe('00');
    expect(await tellIssuer(escrow, makeMessage(armed, { ...advice, amountTransaction: '4801' }))).toBe('13');
    expect(await tellIssuer(escrow, makeMessage(armed, { ...advice, amountTransaction: '3000' }))).toBe('00');
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '3000' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a reversal unarms nothing that is in time, and a refund after capture ends the purchase', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    const refund = { messageTypeIndicator: '0220', processingCode: '200000' } as const;
    expect(await tellIssuer(escrow, makeMessage(armed))).toBe('00');
    expect(await tellIssuer(escrow, makeMessage(armed, refund))).toBe('05');
    expect(await tellIssuer(escrow, makeMessage(armed, { messageTypeIndicator: '0400' }))).toBe('00');
    await charge(escrow, armed);
    expect(await tellIssuer(escrow, makeMessage(armed, { ...refund, amountTransaction: '800' }))).toBe('00');
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '4000' });
    expect(await tellIssuer(escrow, makeMessage(armed, { ...refund, amountTransaction: '4000' }))).toBe('00');
    expect((await getPurchase(escrow, armed.purchaseId)).state).toBe('refunded');
    expect(await readBalance(escrow)).toMatchObject({ owedMinor: '0' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a refund after the bill was paid goes to the buyer', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(4_800n);
    const armed = await arm(escrow);
    await charge(escrow, armed);
    await escrow.call('confirmReceipt', { params: { purchaseId: armed.purchaseId } });
    const refund = { messageTypeIndicator: '0220', processingCode: '200000' } as const;
    expect(await tellIssuer(escrow, makeMessage(armed, refund))).toBe('00');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '4800', owedMinor: '0' });
  });

  test('confirmations at the same time never advance more than the credit limit', async () => {
    const escrow = await openEscrow();
    const limit = escrow.app.services.settings.creditLimits.USD ?? 0n;
    const each = limit / 4n + 1n;
    const { services } = escrow.app;
    await services.directory`update people set code_limits = ${services.directory.json({ USD: String(limit) })}`;
    const views = [];
    for (let index = 0; index < 5; index += 1) views.push(await placeAdvanced(escrow, String(each)));
    const answers = await Promise.all(views.map(view => confirm(escrow, view)));
    expect(answers.filter(answer => 'ok' in answer)).toHaveLength(3);
    expect(
      answers.filter(answer => 'refused' in answer && answer.refused === 'credit_insufficient'),
    ).toHaveLength(2);
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
    const { credits } = expectOk(await escrow.call('getAccount'));
    const freeMinor = String(limit - 3n * each);
    expect(credits).toContainEqual({ currency: 'USD', limitMinor: String(limit), freeMinor });
    const other = credits.find(({ currency }) => currency === 'KRW');
    expect(other?.freeMinor).toBe(String(escrow.app.services.settings.creditLimits.KRW));
  });

  test('an unpaid bill is written off in time, and a later refund goes to the collection', async () => {
    const escrow = await openEscrow();
    const armed = await arm(escrow);
    await charge(escrow, armed);
    await escrow.call('confirmReceipt', { params: { purchaseId: armed.purchaseId } });
    escrow.wait(44 * DAY);
    await runDuePurchases(escrow.app.services);
    expect((await getPurchase(escrow, armed.purchaseId)).state).toBe('closed');
    const refund = { messageTypeIndicator: '0220', processingCode: '200000' } as const;
    expect(await tellIssuer(escrow, makeMessage(armed, refund))).toBe('00');
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '0', owedMinor: '0' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a card of another currency or of nobody begins no purchase', async () => {
    const escrow = await openEscrow();
    const asked = { label: 'Euro', hubId: 'us-portland', currency: 'EUR' };
    const { card } = expectOk(await escrow.call('issueCard', { body: asked }));
    const payee = { host: 'lamps.localhost', name: 'Lamps' };
    const order = { payee, amountMinor: '100', currency: 'USD', orderNumber: null, description: '' };
    const place = (cardId: string) => escrow.call('placePurchase', { body: { ...order, cardId } });
    expect(await place(card.id)).toEqual({ refused: 'currency_wrong' });
    expect(await place('01890000-0000-7000-8000-000000000001')).toEqual({ refused: 'card_unknown' });
  });
});
