import { markUnanswered } from '#server/bank/await-answers.ts';
import { closeBooks } from '#server/ledger/close-books.ts';
import { runDuePurchases } from '#server/purchases/run-due-purchases.ts';
import type { StartSettings } from '#server/settings/start-settings.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { type FundingMode, isFinal } from '#shared/purchase/state.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { expectOk, nameAccountFrom, signInFrom } from '#tests/fixtures/device.ts';
import {
  type Escrow,
  getPurchase,
  openEscrow,
  placeAdvanced,
  placeHeld,
  readBalance,
} from '#tests/fixtures/escrow.ts';
import { locateMoney, type Money, makeMoney } from './money.ts';
import { awaitAnswers, countPayable, type ReferencePayout } from './payouts.ts';
import { countAvailable, doInPurse, type Outcome, payIn, type ReferencePurse } from './purse.ts';
import { dueAt, placeReference, type ReferencePurchase } from './reference.ts';

/** One purchase on the server, beside its reference. */
export interface Twin {
  view: PurchaseView;
  reference: ReferencePurchase;
  /** The one-time number, once it was confirmed; advanced only. */
  armed: ArmedNumber | null;
  waybill: string;
}

/** A whole server with a made clock, and purchases that live through all that can happen to them. */
export interface SimulatedWorld {
  escrow: Escrow;
  /** Those that are watched now. */
  twins: Twin[];
  purse: ReferencePurse;
  payouts: ReferencePayout[];
  /** Puts a new purchase in the place of each that is over. */
  replaceOver(): Promise<void>;
  nowMs(): number;
  /** Lets time pass, and what became due happen. */
  pass(ms: number): Promise<void>;
  /** What the requirements say to `command`, done to the reference. */
  expect(twin: Twin, command: PurchaseCommand): Outcome;
  /** Throws where server and reference differ, or the books are off. */
  compare(after: string): Promise<void>;
}

export interface WorldSettings {
  fundings: readonly FundingMode[];
  /** What the buyer has paid in before it all begins. */
  paidInMinor: bigint;
  /** Settings of the server that differ from those of the reference: a planted mistake. */
  change?: Partial<StartSettings>;
}

const FEE_BASIS_POINTS = 250;
const TERMS = { ...DEFAULT_TERMS, feeBasisPoints: FEE_BASIS_POINTS };
const ACCOUNT = { name: 'Kestrel Audio', iban: 'DE89370400440532013000', bic: null };

/** Inside a test: opens a world with one purchase for each of `fundings`, and a shop that is paid out. */
export async function openWorld(settings: WorldSettings): Promise<SimulatedWorld> {
  const escrow = await openEscrow(undefined, { terms: TERMS, ...settings.change });
  escrow.device.sellerId = escrow.sellerId;
  expectOk(await nameAccountFrom(escrow.device, escrow.sellerId, ACCOUNT));
  const { clock, services } = escrow.app;
  const nowMs = () => clock.nowMs;
  const twins: Twin[] = [];
  const payouts: ReferencePayout[] = [];
  const purse: ReferencePurse = { paidInMinor: 0n, purchases: [] };
  if (settings.paidInMinor > 0n) await escrow.deposit(settings.paidInMinor);
  payIn(purse, settings.paidInMinor, nowMs());
  const place = async (funding: FundingMode) => {
    const twin = await placeTwin(escrow, funding, purse.purchases.length + 1, nowMs());
    purse.purchases.push(twin);
    return twin;
  };
  for (const funding of settings.fundings) twins.push(await place(funding));
  return {
    ...{ escrow, twins, purse, payouts, nowMs },
    async replaceOver() {
      for (const [index, { reference }] of twins.entries())
        if (isFinal(reference.state)) twins[index] = await place(reference.funding);
    },
    async pass(ms) {
      clock.nowMs += ms;
      await signInFrom(escrow.device);
      await runDuePurchases(services);
      await markUnanswered(services);
      await closeBooks(services);
      advanceReferences(purse, twins, nowMs());
      awaitAnswers(payouts, nowMs());
    },
    expect: ({ reference }, command) => doInPurse(purse, reference, command, nowMs()),
    async compare(after) {
      await comparePurchases(escrow, twins, after);
      await compareBalances(escrow, purse, payouts, after);
    },
  };
}

async function placeTwin(escrow: Escrow, funding: FundingMode, index: number, nowMs: number): Promise<Twin> {
  const view = await (funding === 'held'
    ? placeHeld(escrow, `S-${index}`)
    : placeAdvanced(escrow, '4800', `L-${index}`));
  const amountMinor = BigInt(view.amountMinor);
  const feeBasisPoints = BigInt(FEE_BASIS_POINTS);
  const reference = placeReference({ funding, amountMinor, feeBasisPoints }, nowMs);
  return { view, reference, armed: null, waybill: `WB-SIM-${index}` };
}

/** Time takes what is due in rounds, each in the order of its time: who is billed first is paid for first. */
function advanceReferences(purse: ReferencePurse, twins: readonly Twin[], nowMs: number): void {
  const dueOf = ({ reference }: Twin) => dueAt(reference) ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const due = twins.filter(twin => dueOf(twin) <= nowMs);
    if (due.length === 0) return;
    due.sort((a, b) => dueOf(a) - dueOf(b) || (a.view.id < b.view.id ? -1 : 1));
    for (const { reference } of due) doInPurse(purse, reference, { type: 'advance_time' }, nowMs);
  }
}

async function comparePurchases(escrow: Escrow, twins: readonly Twin[], after: string): Promise<void> {
  for (const [index, { view, reference }] of twins.entries()) {
    const at = `purchase ${index} after ${after}`;
    const found = await getPurchase(escrow, view.id);
    if (found.state !== reference.state) throw new Error(`${at} is ${found.state}, not ${reference.state}`);
    const backMinor = reference.partBackMinor + reference.refundedMinor;
    if (found.refundedMinor !== String(backMinor))
      throw new Error(`${at}: ${found.refundedMinor} was given back, not ${backMinor}`);
    const money = await readMoney(escrow, view.id);
    for (const [account, minor] of Object.entries(locateMoney(reference))) {
      const there = money[account as keyof Money];
      if (there !== minor) throw new Error(`${at}: ${account} has ${there}, not ${minor}`);
    }
  }
}

/** What the person may spend, what is payable to the shop, and the payouts under way; then all books. */
async function compareBalances(
  escrow: Escrow,
  purse: ReferencePurse,
  payouts: readonly ReferencePayout[],
  after: string,
): Promise<void> {
  const available = BigInt((await readBalance(escrow))?.availableMinor ?? '0');
  if (available !== countAvailable(purse))
    throw new Error(`after ${after}: ${available} may be spent, not ${countAvailable(purse)}`);
  const { balances } = expectOk(await escrow.call('getSellerAccount'));
  const payable = BigInt(balances.find(({ currency }) => currency === 'USD')?.payableMinor ?? '0');
  if (payable !== countPayable(purse, payouts))
    throw new Error(`after ${after}: ${payable} is payable, not ${countPayable(purse, payouts)}`);
  const open = expectOk(await escrow.call('listPayouts')).payouts;
  const found = open.map(({ endToEndId, amountMinor, state }) => `${endToEndId} ${amountMinor} ${state}`);
  const expected = payouts
    .filter(({ state }) => state === 'pending' || state === 'unanswered')
    .map(({ endToEndId, amountMinor, state }) => `${endToEndId} ${amountMinor} ${state}`);
  if (found.sort().join() !== expected.sort().join())
    throw new Error(`after ${after}: payouts under way are ${found}, not ${expected}`);
  const differences = await escrow.readDifferences();
  if (differences.some(difference => difference !== 0n)) throw new Error(`the books are off after ${after}`);
}

async function readMoney({ app }: Escrow, purchaseId: string): Promise<Money> {
  type Row = { debit: keyof Money; credit: keyof Money; posted: bigint; pending: bigint };
  const rows = await app.services.directory<Row[]>`
    select debit_code as debit, credit_code as credit, posted_minor as posted, pending_minor as pending
    from transfers where purchase_id = ${purchaseId}`;
  const money = makeMoney();
  for (const { debit, credit, posted, pending } of rows) {
    money[debit] += posted;
    money[credit] -= posted;
    money.set_aside += pending;
  }
  return money;
}
