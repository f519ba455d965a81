import type { Operation } from '#shared/api/contract.ts';
import { expectOk, nameAccountFrom } from '#tests/fixtures/device.ts';
import { type Escrow, makeMessage } from '#tests/fixtures/escrow.ts';
import { placeLeaves } from '#tests/fixtures/rewritten-log.ts';
import type { MakeRightCall, RightWorld } from './right-calls.ts';
import { armAnywhere, nameWaybill, reachStage } from './stages.ts';
import { readHead } from './witness.ts';

const readReference = async (escrow: Escrow) => expectOk(await escrow.call('getAccount')).paymentReference;

async function shipHeld({ escrow, makeName }: RightWorld) {
  const orderNumber = makeName();
  await reachStage(escrow, 'shipped', orderNumber);
  return { orderNumber, waybill: nameWaybill(orderNumber) };
}

/** A `camt.054` that tells of one payment in. */
function writeReport(bankReference: string, paymentReference: string): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>N1</MsgId></GrpHdr><Ntfctn><Id>R1</Id><Ntry><Amt Ccy="USD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs><AcctSvcrRef>${bankReference}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RmtInf><Ustrd>${paymentReference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

const PAYOUTS = { currency: 'USD', executionDate: '2026-11-23' };

/** Something is payable to the shop, and is to be paid by the batch that is named. */
async function preparePayout({ escrow, device, makeName }: RightWorld): Promise<string> {
  const account = { name: 'Kestrel Audio', iban: 'DE89370400440532013000', bic: null };
  expectOk(await nameAccountFrom(device, escrow.sellerId, account));
  // An account that was changed a moment ago is not paid yet.
  await escrow.app.services.directory`update payout_accounts set pays_from_ms = 0`;
  const { id } = await reachStage(escrow, 'shipped', makeName());
  expectOk(await escrow.call('confirmReceipt', { params: { purchaseId: id } }));
  return expectOk(await escrow.call('preparePayouts', { body: PAYOUTS })).batchId;
}

export const RIGHT_OUTSIDE_CALLS = {
  postIssuerMessage: async ({ escrow }) => {
    const { armed } = await armAnywhere(escrow);
    return { body: makeMessage(armed) };
  },
  postBankNotice: async ({ escrow, makeName }) => {
    const paymentReference = await readReference(escrow);
    return { body: { bankReference: makeName(), paymentReference, amountMinor: '100', currency: 'USD' } };
  },
  postBankReport: async ({ escrow, makeName }) => ({
    body: { document: writeReport(makeName(), await readReference(escrow)) },
  }),
  reportParcel: async world => {
    const parcel = await shipHeld(world);
    const atMs = world.escrow.app.clock.nowMs;
    return { body: { event: 'delivered', carrier: 'Post', atMs, ...parcel } };
  },
  resolveNumber: async world => {
    const parcel = await shipHeld(world);
    return { body: { fieldNumber: `${world.escrow.member.number}-06`, use: 'display', ...parcel } };
  },
  getHealth: () => ({}),
  getReadiness: () => ({}),
  getCondition: () => ({}),
  getTrialBalance: () => ({}),
  preparePayouts: () => ({ body: PAYOUTS }),
  getPayoutFile: async world => ({ params: { batchId: await preparePayout(world) } }),
  listPayouts: () => ({}),
  giveUpPayout: async world => {
    const batchId = await preparePayout(world);
    const { payouts } = expectOk(await world.escrow.call('listPayouts'));
    const payoutId = payouts.find(payout => payout.batchId === batchId)?.payoutId;
    // The bank's time to answer is over once the day of its payments is long past.
    await world.escrow.app.services.directory`
      update payouts set state = 'unanswered' where batch_id = ${batchId} and state = 'pending'`;
    return { params: { payoutId } };
  },
  getLog: () => ({}),
  proveInclusion: async ({ escrow }) => {
    await placeLeaves(escrow.app.services);
    return { query: { leafIndex: 0, size: 1 } };
  },
  proveConsistency: async ({ escrow }) => {
    await placeLeaves(escrow.app.services);
    return { query: { from: 1, to: 2 } };
  },
  addCosignature: async ({ escrow, witness }) => {
    await placeLeaves(escrow.app.services);
    const head = await readHead(escrow);
    return { body: { size: head.size, line: witness.cosign(head.text, escrow.app.clock.nowMs) } };
  },
} as const satisfies Partial<Record<Operation, MakeRightCall>>;
