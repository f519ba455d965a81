import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { findSchemaFaults } from '#tests/fixtures/bank-schema.ts';
import { expectOk, nameAccountFrom } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld, readBalance } from '#tests/fixtures/escrow.ts';
import { writeEntry, writeReport } from '#tests/world/bank-report.ts';
import { sweep } from '../app/sweep.ts';
import { readCondition } from '../operators/read-condition.ts';
import { endPayout, preparePayouts } from './payouts.ts';

const WAYBILL = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
const IBAN = 'DE89370400440532013000';
const BATCH = { currency: 'USD', executionDate: '2026-11-23' } as const;

/** A shop to which `amountMinor` is payable, with an account to pay it to. */
async function openPayable(amountMinor = '4800'): Promise<Escrow> {
  const escrow = await openEscrow();
  await escrow.deposit(10_000n);
  const view = await placeHeld(escrow, 'K-1', amountMinor);
  expectOk(await confirm(escrow, view));
  expectOk(await escrow.call('shipOrder', { params: { orderNumber: 'K-1' }, body: WAYBILL }));
  expectOk(await escrow.call('confirmReceipt', { params: { purchaseId: view.id } }));
  const account = { name: 'Kestrel Audio & Söhne <Ltd>', iban: IBAN, bic: 'COBADEFFXXX' };
  const named = expectOk(await nameAccountFrom(escrow.device, escrow.sellerId, account));
  expect(named.account.lastDigits).toBe('3000');
  return escrow;
}

const readPayable = async (escrow: Escrow) =>
  expectOk(await escrow.call('getSellerAccount')).balances.find(({ currency }) => currency === 'USD')
    ?.payableMinor;

describe('payouts', () => {
  test('S34: what is payable is set aside once, however many prepare it at once', async () => {
    const escrow = await openPayable();
    const { services } = escrow.app;
    const batches = await Promise.all([1, 2, 3].map(() => preparePayouts(services, BATCH)));
    expect(batches.map(({ totalMinor }) => totalMinor).sort()).toEqual([0n, 0n, 4800n]);
    expect(await readPayable(escrow)).toBe('0');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('S34: shops to which nothing is payable keep no other from being paid, however many they are', async () => {
    const escrow = await openPayable();
    const { services } = escrow.app;
    await services.directory`
      insert into payout_accounts (seller_id, sealed, last_digits, changed_at_ms, pays_from_ms)
      select concat('00000000-0000-7000-8000-', lpad(at::text, 12, '0'))::uuid, sealed, '0000', 0, 0
      from payout_accounts, generate_series(1, 5) at`;
    const one = await preparePayouts(services, BATCH, { payouts: 1, page: 2 });
    expect(one).toMatchObject({ count: 1, totalMinor: 4800n });
    expect(await preparePayouts(services, BATCH, { payouts: 1, page: 2 })).toMatchObject({ count: 0 });
  });

  test('the file is a pain.001 whose sums are those of its payments', async () => {
    const escrow = await openPayable();
    const { batchId } = expectOk(await escrow.call('preparePayouts', { body: BATCH }));
    const { document, fileName } = expectOk(await escrow.call('getPayoutFile', { params: { batchId } }));
    expect(fileName).toBe(`pain.001-2026-11-23-${batchId}.xml`);
    expect(await findSchemaFaults('pain.001.001.09', document)).toEqual([]);
    expect(await findSchemaFaults('pain.001.001.09', document.replace(IBAN, 'DE89 3704'))).not.toEqual([]);
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    const root = parser.parse(document, true).Document;
    expect(root['@_xmlns']).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    const { GrpHdr, PmtInf } = root.CstmrCdtTrfInitn;
    expect(GrpHdr).toMatchObject({ NbOfTxs: '1', CtrlSum: '48.00' });
    expect(GrpHdr.MsgId).toHaveLength(32);
    expect(Object.keys(PmtInf)).toEqual(
      'PmtInfId PmtMtd NbOfTxs CtrlSum ReqdExctnDt Dbtr DbtrAcct DbtrAgt CdtTrfTxInf'.split(' '),
    );
    expect(PmtInf).toMatchObject({
      PmtMtd: 'TRF',
      NbOfTxs: '1',
      CtrlSum: '48.00',
      ReqdExctnDt: { Dt: '2026-11-23' },
    });
    expect(PmtInf.Dbtr.Nm).toBe('Wayveil Escrow');
    expect(PmtInf.DbtrAcct.Id.IBAN).toBe('GB33BUKB20201555555555');
    expect(PmtInf.DbtrAgt.FinInstnId).toEqual({ BICFI: 'BUKBGB22' });
    const { CdtTrfTxInf: payment } = PmtInf;
    expect(Object.keys(payment)).toEqual('PmtId Amt CdtrAgt Cdtr CdtrAcct RmtInf'.split(' '));
    expect(payment.Amt.InstdAmt).toEqual({ '#text': '48.00', '@_Ccy': 'USD' });
    expect(payment.Cdtr.Nm).toBe('Kestrel Audio & Söhne <Ltd>');
    expect(payment.CdtrAcct.Id.IBAN).toBe(IBAN);
    const rows = await escrow.app.databases.directory`select * from payouts, payout_accounts`;
    expect(JSON.stringify(rows, (_, part) => (typeof part === 'bigint' ? `${part}` : part))).not.toContain(
      IBAN,
    );
  });

  test.each([
    ['check digits that do not hold', 'DE89370400440532013001', null],
    ['the length of no country', 'DE8937040044053201', null],
    ['a BIC of no country', IBAN, 'COBA99FFXXX'],
  ])('an account number with %s is refused', async (_what, iban, bic) => {
    const escrow = await openEscrow();
    const account = { name: 'Kestrel', iban, bic };
    const named = await nameAccountFrom(escrow.device, escrow.sellerId, account);
    expect(named).toEqual({ refused: 'input_invalid' });
  });

  test('without an account to pay from nothing is set aside', async () => {
    const escrow = await openPayable();
    escrow.app.services.settings.payoutAccount = null;
    const none = { refused: 'payout_account_missing' };
    expect(await escrow.call('preparePayouts', { body: BATCH })).toEqual(none);
    expect(await readPayable(escrow)).toBe('4800');
  });

  test('S34: a payout without an answer is told of, keeps its id and its money, and ends late or is given up', async () => {
    const escrow = await openPayable();
    const { services, clock } = escrow.app;
    const { batchId } = expectOk(await escrow.call('preparePayouts', { body: BATCH }));
    const readFile = async () =>
      expectOk(await escrow.call('getPayoutFile', { params: { batchId } })).document;
    const file = await readFile();
    const findState = async () => {
      await sweep(services);
      const { checks } = await readCondition(services, false);
      const check = checks.find(each => each.check === 'payouts_answered');
      return [expectOk(await escrow.call('listPayouts')).payouts[0]?.state, check?.state];
    };
    expect(await findState()).toEqual(['pending', 'passed']);
    const [{ payoutId } = { payoutId: '' }] = expectOk(await escrow.call('listPayouts')).payouts;
    const giveUp = () => escrow.call('giveUpPayout', { params: { payoutId } });
    expect(await giveUp()).toEqual({ refused: 'stage_wrong' });
    clock.nowMs = Date.UTC(2026, 10, 28, 23, 59);
    expect(await findState()).toEqual(['pending', 'passed']);
    clock.nowMs = Date.UTC(2026, 10, 29, 0, 0);
    expect(await findState()).toEqual(['unanswered', 'warned']);
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
    expect(await readFile()).toBe(file);
    expect(await readPayable(escrow)).toBe('0');
    expect((await preparePayouts(services, BATCH)).totalMinor).toBe(0n);
    expect(expectOk(await giveUp())).toEqual({});
    expect(expectOk(await giveUp())).toEqual({});
    expect(await findState()).toEqual([undefined, 'passed']);
    expect(await readPayable(escrow)).toBe('4800');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
    expect(await escrow.call('getPayoutFile', { params: { batchId } })).toEqual({ refused: 'not_found' });
  });

  test('S34: a late answer ends an unanswered payout; one that was given up and left all the same is for a person', async () => {
    const escrow = await openPayable();
    const { services, clock } = escrow.app;
    clock.nowMs = Date.UTC(2026, 11, 20);
    const told = { currency: 'USD', amountMinor: 4800n, as: 'posted' } as const;
    await preparePayouts(services, BATCH);
    await sweep(services);
    const [first] = expectOk(await escrow.call('listPayouts')).payouts;
    expect(first?.state).toBe('unanswered');
    const endToEndId = first?.endToEndId ?? '';
    expect(await endPayout(services, { ...told, endToEndId })).toBe('ended');
    expect(await endPayout(services, { ...told, endToEndId, as: 'voided' })).toBe('ended');
    expect(await endPayout(services, { ...told, endToEndId })).toBe('known');
    await preparePayouts(services, BATCH);
    await sweep(services);
    const [second] = expectOk(await escrow.call('listPayouts')).payouts;
    expectOk(await escrow.call('giveUpPayout', { params: { payoutId: second?.payoutId } }));
    const again = { ...told, endToEndId: second?.endToEndId ?? '' };
    expect(await endPayout(services, again)).toBe('unmatched');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });
});

describe("the bank's report", () => {
  const take = async (escrow: Escrow, ...entries: string[]) =>
    expectOk(await escrow.call('postBankReport', { body: { document: writeReport(...entries) } }));
  const NOTHING = { credited: 0, known: 0, unmatched: [], payoutsPosted: 0, payoutsVoided: 0 };

  test('what these tests tell is a camt.054 by its schema', async () => {
    const gone = { direction: 'DBIT', amount: '48.00', reference: 'B-9', endToEndId: 'E1' } as const;
    const report = writeReport(writeEntry(gone), writeEntry({ ...gone, returned: true }));
    expect(await findSchemaFaults('camt.054.001.08', report)).toEqual([]);
    expect(await findSchemaFaults('camt.054.001.08', report.replace('DBIT', 'BOTH'))).not.toEqual([]);
  });

  test('S35: a payment is credited once, whichever report tells it and however often', async () => {
    const escrow = await openEscrow();
    const { paymentReference } = expectOk(await escrow.call('getAccount'));
    const spaced = paymentReference.replace(/(.{4})/g, '$1 ').trim();
    const paid = { direction: 'CRDT', amount: '25.50', reference: 'B-1' } as const;
    const one = writeEntry({ ...paid, text: paymentReference });
    const two = writeEntry({ ...paid, reference: 'B-2', text: `for my account ${paymentReference}, thanks` });
    const three = writeEntry({ ...paid, reference: 'B-3', text: spaced });
    const stranger = writeEntry({ ...paid, reference: 'B-4', text: 'rent' });
    const announced = writeEntry({ ...paid, reference: 'B-5', text: paymentReference, status: 'PDNG' });
    expect(await take(escrow, one, two, three, stranger, announced)).toEqual({
      ...NOTHING,
      ...{ credited: 3, unmatched: ['B-4'] },
    });
    expect(await take(escrow, two, one)).toEqual({ ...NOTHING, known: 2 });
    const other = writeEntry({ ...paid, amount: '99.00', text: paymentReference });
    expect(await take(escrow, other)).toEqual({ ...NOTHING, unmatched: ['B-1'] });
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '7650' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('S34: a payout ends when the bank booked it, and is payable again when it comes back', async () => {
    const escrow = await openPayable();
    const { batchId } = expectOk(await escrow.call('preparePayouts', { body: BATCH }));
    const { document } = expectOk(await escrow.call('getPayoutFile', { params: { batchId } }));
    const endToEndId = /<EndToEndId>(\w+)</.exec(document)?.[1] ?? '';
    const gone = { direction: 'DBIT', amount: '48.00', reference: 'B-9', endToEndId } as const;
    expect(await take(escrow, writeEntry({ ...gone, amount: '47.00' }))).toEqual({
      ...NOTHING,
      unmatched: ['B-9'],
    });
    expect(await take(escrow, writeEntry(gone))).toEqual({ ...NOTHING, payoutsPosted: 1 });
    expect(await take(escrow, writeEntry(gone))).toEqual({ ...NOTHING, known: 1 });
    expect(await readPayable(escrow)).toBe('0');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
    const back = writeEntry({ ...gone, direction: 'CRDT', reference: 'B-10', returned: true });
    expect(await take(escrow, back, back)).toEqual({ ...NOTHING, payoutsVoided: 1, known: 1 });
    expect(await readPayable(escrow)).toBe('4800');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
    expect((await preparePayouts(escrow.app.services, BATCH)).totalMinor).toBe(4800n);
  });

  test('whatever is no camt.054 is refused whole', async () => {
    const escrow = await openEscrow();
    const entry = writeEntry({ direction: 'CRDT', amount: '1.00', reference: 'B-1' });
    const wrong = [
      ...['', 'no xml', '<Document/>', writeReport(entry).replace('CRDT', 'BOTH')],
      ...[writeReport(entry).replace('1.00', '1.005'), writeReport(entry).replace('USD', 'XXX')],
      `<!DOCTYPE x [<!ENTITY a "b">]>${writeReport(entry)}`,
      writeReport(entry).slice(0, -20),
    ];
    for (const document of wrong) {
      expect(await escrow.call('postBankReport', { body: { document } })).toEqual({
        refused: 'input_invalid',
      });
    }
  });
});
