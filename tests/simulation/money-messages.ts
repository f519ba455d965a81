import { toDecimal } from '#shared/money/amount.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { BANK_SECRET, OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import { writeEntry, writeReport } from '#tests/world/bank-report.ts';
import { makeKeyClient, postSigned, type Sending, toOutcome } from './messages.ts';
import { bookPayout, giveUp, preparePayout, type ReferencePayout } from './payouts.ts';
import { payIn } from './purse.ts';
import type { SimulatedWorld } from './world.ts';

/** What bank and operator send; `pick` chooses by chance. Null where there is nothing to tell now. */
type MakeMoneyMessage = (world: SimulatedWorld, pick: (below: number) => number) => Sending | null;

const PAYMENTS = [1n, 2400n, 4800n, 9600n];

/** Every message that moves money of no single purchase, by its name. */
export const MONEY_MESSAGES: Record<string, MakeMoneyMessage> = {
  'pay in': (world, pick) => {
    const amountMinor = PAYMENTS[pick(PAYMENTS.length)] ?? 1n;
    const bankReference = crypto.randomUUID();
    const kept = { known: false };
    return {
      expect: () => {
        if (!kept.known) payIn(world.purse, amountMinor, world.nowMs());
        kept.known = true;
        return 'done';
      },
      send: async () => {
        const { paymentReference } = expectOk(await world.escrow.call('getAccount'));
        const notice = { bankReference, paymentReference, amountMinor: String(amountMinor), currency: 'USD' };
        await tellBank(world, 'notices', notice);
        return 'done';
      },
    };
  },
  'prepare payouts': world => {
    const client = makeKeyClient(world.escrow, OPERATOR_KEY);
    const key = { idempotencyKey: crypto.randomUUID() };
    const executionDate = new Date(world.nowMs()).toISOString().slice(0, 10);
    return {
      expect: () => preparePayout(world.purse, world.payouts, executionDate),
      send: async () => {
        const body = { currency: 'USD' as const, executionDate };
        const outcome = toOutcome(await client.call('preparePayouts', { body }, key));
        await learnNames(world);
        return outcome;
      },
    };
  },
  'payout left': (world, pick) => bookOne(world, pick, 'posted'),
  'payout came back': (world, pick) => bookOne(world, pick, 'voided'),
  'give up payout': (world, pick) => {
    const payout = pickPayout(world, pick);
    const client = makeKeyClient(world.escrow, OPERATOR_KEY);
    if (!payout?.payoutId) return null;
    const params = { payoutId: payout.payoutId };
    return {
      expect: () => giveUp(payout),
      send: async () => toOutcome(await client.call('giveUpPayout', { params })),
    };
  },
};

function pickPayout({ payouts }: SimulatedWorld, pick: (below: number) => number): ReferencePayout | null {
  return payouts[pick(payouts.length || 1)] ?? null;
}

/** Now and then the bank books another amount than was asked for. */
function bookOne(
  world: SimulatedWorld,
  pick: (below: number) => number,
  as: 'posted' | 'voided',
): Sending | null {
  const payout = pickPayout(world, pick);
  if (!payout?.endToEndId) return null;
  const amountMinor = pick(8) === 0 ? payout.amountMinor + 1n : payout.amountMinor;
  const entry = writeEntry({
    ...{ direction: as === 'posted' ? 'DBIT' : 'CRDT', amount: toDecimal(amountMinor, 'USD') },
    ...{ reference: crypto.randomUUID(), endToEndId: payout.endToEndId, returned: as === 'voided' },
  });
  return {
    expect: () => bookPayout(payout, amountMinor, as),
    send: async () => {
      const taken = await tellBank(world, 'reports', { document: writeReport(entry) });
      return taken.unmatched.length > 0 ? 'refused' : 'done';
    },
  };
}

/** The server names a payout when it prepares it. */
async function learnNames({ escrow, payouts }: SimulatedWorld): Promise<void> {
  const unnamed = payouts.find(({ endToEndId }) => endToEndId === null);
  if (!unnamed) return;
  const open = expectOk(await escrow.call('listPayouts')).payouts;
  const fresh = open.filter(found => payouts.every(({ endToEndId }) => endToEndId !== found.endToEndId));
  if (fresh.length !== 1) throw new Error(`${fresh.length} payouts were prepared, not one`);
  unnamed.endToEndId = fresh[0]?.endToEndId ?? null;
  unnamed.payoutId = fresh[0]?.payoutId ?? null;
}

async function tellBank(
  { escrow }: SimulatedWorld,
  path: 'notices' | 'reports',
  message: object,
): Promise<{ unmatched: string[] }> {
  return await postSigned(escrow, { path: `/v1/bank/${path}`, secret: BANK_SECRET, message });
}
