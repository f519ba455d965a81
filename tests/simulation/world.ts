import { runDuePurchases } from '#server/purchases/run-due-purchases.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import { type FundingMode, isFinal } from '#shared/purchase/state.ts';
import { signInFrom } from '#tests/fixtures/device.ts';
import { type Escrow, getPurchase, openEscrow, placeAdvanced, placeHeld } from '#tests/fixtures/escrow.ts';
import { locateMoney, type Money, makeMoney } from './money.ts';
import { doReference, dueAt, placeReference, type ReferencePurchase } from './reference.ts';

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
  /** Puts a new purchase in the place of each that is over. */
  replaceOver(): Promise<void>;
  nowMs(): number;
  /** Lets time pass, and what became due happen. */
  pass(ms: number): Promise<void>;
  /** Tells the references that every open bill was paid: the buyer has paid in more than enough. */
  settleBills(): void;
  /** Throws where server and reference differ, or the books are off. */
  compare(after: string): Promise<void>;
}

/** Inside a test: opens a world with one purchase for each of `fundings`. */
export async function openWorld(fundings: readonly FundingMode[]): Promise<SimulatedWorld> {
  const escrow = await openEscrow();
  escrow.device.sellerId = escrow.sellerId;
  await escrow.deposit(1_000_000_000n);
  const { clock, services } = escrow.app;
  const nowMs = () => clock.nowMs;
  const twins: Twin[] = [];
  const state = { count: 0 };
  const place = (funding: FundingMode) => {
    state.count += 1;
    return placeTwin(escrow, funding, state.count, nowMs());
  };
  const settleBills = () => {
    for (const { reference } of twins) doReference(reference, { type: 'settle_bill' }, nowMs());
  };
  for (const funding of fundings) twins.push(await place(funding));
  return {
    ...{ escrow, twins, nowMs },
    async replaceOver() {
      for (const [index, { reference }] of twins.entries())
        if (isFinal(reference.state)) twins[index] = await place(reference.funding);
    },
    async pass(ms) {
      clock.nowMs += ms;
      await signInFrom(escrow.device);
      await runDuePurchases(services);
      for (const { reference } of twins) {
        while ((dueAt(reference) ?? Number.POSITIVE_INFINITY) <= nowMs())
          doReference(reference, { type: 'advance_time' }, nowMs());
      }
      settleBills();
    },
    settleBills,
    compare: after => compare(escrow, twins, after),
  };
}

async function placeTwin(escrow: Escrow, funding: FundingMode, index: number, nowMs: number): Promise<Twin> {
  const view = await (funding === 'held' ? placeHeld(escrow, `S-${index}`) : placeAdvanced(escrow));
  const reference = placeReference({ funding, amountMinor: BigInt(view.amountMinor) }, nowMs);
  return { view, reference, armed: null, waybill: `WB-SIM-${index}` };
}

async function compare(escrow: Escrow, twins: readonly Twin[], after: string): Promise<void> {
  for (const [index, { view, reference }] of twins.entries()) {
    const at = `purchase ${index} after ${after}`;
    const found = await getPurchase(escrow, view.id);
    if (found.state !== reference.state) throw new Error(`${at} is ${found.state}, not ${reference.state}`);
    const money = await readMoney(escrow, view.id);
    for (const [account, minor] of Object.entries(locateMoney(reference))) {
      const there = money[account as keyof Money];
      if (there !== minor) throw new Error(`${at}: ${account} has ${there}, not ${minor}`);
    }
  }
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
