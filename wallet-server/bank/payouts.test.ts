import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld, readBalance } from '#tests/fixtures/escrow.ts';
import { preparePayouts } from './payouts.ts';

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
  const body = { name: 'Kestrel Audio & Söhne <Ltd>', iban: IBAN, bic: 'COBADEFFXXX' };
  expect(expectOk(await escrow.call('putPayoutAccount', { body }))).toEqual({ lastDigits: '3000' });
  return escrow;
}

const readPayable = async (escrow: Escrow) =>
  expectOk(await escrow.call('getSellerAccount')).balances.find(({ currency }) => currency === 'USD')
    ?.payableMinor;

function writeReport(...entries: string[]): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>N1</MsgId></GrpHdr><Ntfctn><Id>R1</Id>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

interface Told {
  direction: 'CRDT' | 'DBIT';
  amount: string;
  reference: string;
  endToEndId?: string;
  text?: string;
  returned?: boolean;
  status?: string;
}

function writeEntry({ direction, amount, reference, endToEndId, text, returned, status }: Told): string {
  const back = returned ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : '';
  return `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>${status ?? 'BOOK'}</Cd></Sts>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>
<RmtInf><Ustrd>${text ?? ''}</Ustrd></RmtInf>${back}</TxDtls></NtryDtls></Ntry>`;
}

describe('payouts', () => {
  test('S34: what is payable is set aside once, however many prepare it at once', async () => {
    const escrow = await openPayable();
    const { services } = escrow.app;
    const batches = await Promise.all([1, 2, 3].map(() => preparePayouts(services, BATCH)));
    expect(batches.map(({ totalMinor }) => totalMinor).sort()).toEqual([0n, 0n, 4800n]);
    expect(await readPayable(escrow)).toBe('0');
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('the file is a pain.001 whose sums are those of its payments', async () => {
    const escrow = await openPayable();
    const { batchId } = expectOk(await escrow.call('preparePayouts', { body: BATCH }));
    const { document, fileName } = expectOk(await escrow.call('getPayoutFile', { params: { batchId } }));
    expect(fileName).toBe(`pain.001-2026-11-23-${batchId}.xml`);
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

  test('a wrong account number is refused', async () => {
    const escrow = await openEscrow();
    const body = { name: 'Kestrel', iban: 'DE89370400440532013001', bic: null };
    expect(await escrow.call('putPayoutAccount', { body })).toEqual({ refused: 'input_invalid' });
  });
});

describe("the bank's report", () => {
  const take = async (escrow: Escrow, ...entries: string[]) =>
    expectOk(await escrow.call('postBankReport', { body: { document: writeReport(...entries) } }));
  const NOTHING = { credited: 0, known: 0, unmatched: [], payoutsPosted: 0, payoutsVoided: 0 };

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
