import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandName, live, takeStep } from '#tests/fixtures/purchase-life.ts';
import type { PurchaseCommand } from './command.ts';
import { findReceiptDue } from './decide-time.ts';
import type { Purchase } from './purchase.ts';
import { type FundingMode, isFinal } from './state.ts';
import { DEFAULT_TERMS } from './terms.ts';

const { disputesAtMost, clockLeastMs, rulingLeastMs, rulingWindowMs, receiptWindowMs } = DEFAULT_TERMS;
const { shipWithinMs, deliverWithinMs, billDueMs, writeOffAfterMs } = DEFAULT_TERMS;

/** What disputes can add to the life of a purchase, however they are opened and taken back. */
const DISPUTED_AT_MOST_MS = rulingWindowMs + (disputesAtMost - 1) * (rulingLeastMs + clockLeastMs);

type Stand = [FundingMode, CommandName[]];
const STANDS: Stand[] = [
  ['held', ['confirm', 'ship by seller']],
  ['held', ['confirm', 'ship by seller', 'deliver']],
  ['advanced', ['confirm', 'authorize', 'clear']],
  ['advanced', ['confirm', 'authorize', 'clear', 'ship by buyer', 'deliver']],
  ['advanced', ['confirm', 'authorize', 'clear', 'receive']],
];

/** Between two acts the buyer lets so much of the time pass until something is due: 1000 is until a moment before. */
const part = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant(1000));
const turn = fc.tuple(part, fc.constantFrom('withdraw' as const, 'receive' as const, 'wait' as const));
const turns = fc.array(turn, { minLength: 1, maxLength: 12 });

interface Life {
  disputeCount: number;
  tookMs: number;
  end: Purchase;
}

/** A buyer who disputes whenever it goes, then takes it back, says that the parcel came, or lets time pass. */
function holdOut([funding, begin]: Stand, acts: readonly [number, 'withdraw' | 'receive' | 'wait'][]): Life {
  let purchase = live(funding, begin);
  const startMs = Math.max(...Object.values(purchase.enteredAtMs));
  let nowMs = startMs;
  let disputeCount = 0;
  const take = (command: PurchaseCommand) => {
    const { events, after } = takeStep(purchase, command, nowMs);
    disputeCount += events.filter(({ type }) => type === 'disputed').length;
    purchase = after ?? purchase;
    return events.length > 0;
  };
  for (let turn = 0; !isFinal(purchase.state); turn += 1) {
    expect(turn).toBeLessThan(50);
    const [waited, act] = acts[turn % acts.length] ?? [0, 'wait'];
    const dueAtMs = purchase.dueAtMs ?? nowMs;
    nowMs += Math.max(0, Math.floor(((dueAtMs - nowMs - 1) * waited) / 1000));
    if (take({ type: 'dispute', reason: 'again' })) continue;
    if (act === 'withdraw' && take({ type: 'withdraw_dispute' })) continue;
    if (act === 'receive' && purchase.state === 'disputed' && take({ type: 'receive' })) continue;
    nowMs = Math.max(nowMs, dueAtMs);
    take({ type: 'advance_time' });
  }
  return { disputeCount, tookMs: nowMs - startMs, end: purchase };
}

describe('S36: a buyer who disputes again and again', () => {
  test('disputes a purchase so often and no more, and holds nobody’s money for ever', () => {
    const billedMs = billDueMs + writeOffAfterMs;
    const undisputedMs = shipWithinMs + deliverWithinMs + receiptWindowMs + billedMs;
    const property = fc.property(fc.constantFrom(...STANDS), turns, (stand, acts) => {
      const { disputeCount, tookMs, end } = holdOut(stand, acts);
      // Time may open one more where no parcel was ever seen.
      expect(disputeCount).toBeLessThanOrEqual(disputesAtMost + 1);
      // Who is billed after a dispute has all of the time to pay.
      const billedAgainMs = end.funding === 'advanced' ? disputesAtMost * billedMs : 0;
      expect(tookMs).toBeLessThanOrEqual(undisputedMs + DISPUTED_AT_MOST_MS + billedAgainMs);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  test('keeps a delivered parcel’s seller waiting for the inspection and the disputes, and then the seller is paid', () => {
    const property = fc.property(turns, acts => {
      const { tookMs, end } = holdOut(['held', ['confirm', 'ship by seller', 'deliver']], acts);
      expect(end.settlement?.sellerMinor).toBe(end.amountMinor);
      expect(tookMs).toBeLessThanOrEqual(receiptWindowMs + DISPUTED_AT_MOST_MS);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test('disputes what was decided not once more, and sends nothing back that an arbiter decided', () => {
    const disputed = live('advanced', [
      'confirm',
      'authorize',
      'clear',
      'ship by buyer',
      'deliver',
      'dispute',
    ]);
    const atMs = disputed.dueAtMs ?? 0;
    const byArbiter = takeStep(disputed, { type: 'rule', sellerMinor: 2400n }, atMs).after;
    const byTime = takeStep(disputed, { type: 'advance_time' }, atMs).after;
    const refused = (purchase: Purchase | null, command: PurchaseCommand) =>
      takeStep(purchase, command, atMs).refused;
    for (const decided of [byArbiter, byTime]) {
      expect(decided?.state).toBe('received');
      expect(refused(decided, { type: 'dispute', reason: 'again' })).toBe('disputes_over');
    }
    expect(refused(byArbiter, { type: 'request_return' })).toBe('disputes_over');
    expect(refused(byTime, { type: 'request_return' })).toBeNull();
  });

  test('has what was left of the inspection, never less than a few days, and never more than all of it', () => {
    const check = (disputedPart: number, pausedPart: number) => {
      const delivered = live('held', ['confirm', 'ship by seller', 'deliver']);
      const { deliveredAtMs, dueAtMs } = delivered;
      const endsAtMs = findReceiptDue(delivered, DEFAULT_TERMS) ?? 0;
      const reminderMs = (dueAtMs ?? 0) - (deliveredAtMs ?? 0) - 1;
      const disputedAtMs = (deliveredAtMs ?? 0) + Math.floor((reminderMs * disputedPart) / 1000);
      const disputed = takeStep(delivered, { type: 'dispute', reason: 'broken' }, disputedAtMs).after;
      const backAtMs = disputedAtMs + Math.floor(((rulingWindowMs - 1) * pausedPart) / 1000);
      const back = takeStep(disputed, { type: 'withdraw_dispute' }, backAtMs).after;
      const leftMs = ((back && findReceiptDue(back, DEFAULT_TERMS)) ?? 0) - backAtMs;
      expect(leftMs).toBeGreaterThanOrEqual(endsAtMs - disputedAtMs);
      expect(leftMs).toBeLessThanOrEqual(receiptWindowMs);
    };
    const thousand = fc.integer({ min: 0, max: 1000 });
    fc.assert(fc.property(thousand, thousand, check));
  });
});
