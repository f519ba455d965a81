import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMMANDS,
  type CommandName,
  makeCommand,
  makeOrder,
  PLACED_AT_MS,
  type Step,
  takeStep,
} from '#tests/fixtures/purchase-life.ts';
import type { PurchaseCommand } from './command.ts';
import { evolve } from './evolve.ts';
import type { Purchase } from './purchase.ts';
import { FUNDING_MODES, isFinal } from './state.ts';
import { DEFAULT_TERMS } from './terms.ts';
import { findHoldAccounts, planTransfers } from './transfers.ts';

type Act = { command: CommandName | PurchaseCommand; waitMs: number };

const amount = fc.bigInt({ min: 0n, max: 5000n });
const act = fc.record({
  command: fc.oneof(
    fc.constantFrom(...(Object.keys(COMMANDS) as CommandName[])),
    fc.record({
      type: fc.constant('clear' as const),
      amountMinor: amount,
      currency: fc.constant('USD' as const),
    }),
    fc.record({
      type: fc.constant('refund_charge' as const),
      amountMinor: amount,
      currency: fc.constant('USD' as const),
    }),
    fc.record({ type: fc.constant('rule' as const), sellerMinor: amount }),
    fc.constant({ type: 'advance_time' as const }),
  ),
  waitMs: fc.constantFrom(1000, 60_000, 3_600_000, 86_400_000, 20 * 86_400_000),
});
/** Most sequences of chance die at once, so half of them begin with a purchase under way. */
const opening = fc.constantFrom<CommandName[]>(
  [],
  ['confirm'],
  ['confirm', 'ship by seller'],
  ['confirm', 'authorize', 'clear'],
  ['confirm', 'authorize', 'clear', 'receive'],
);

function liveThrough(funding: 'held' | 'advanced', begin: CommandName[], acts: Act[]): Step[] {
  const steps = [takeStep(null, { type: 'place', order: makeOrder(funding) }, PLACED_AT_MS)];
  let nowMs = PLACED_AT_MS;
  for (const { command, waitMs } of [...begin.map(command => ({ command, waitMs: 1000 })), ...acts]) {
    nowMs += waitMs;
    const before = steps.at(-1)?.after ?? null;
    const made = typeof command === 'string' ? makeCommand(command, before) : command;
    const due = made.type === 'advance_time' ? Math.max(nowMs, before?.dueAtMs ?? nowMs) : nowMs;
    nowMs = due;
    steps.push(takeStep(before, made, due));
  }
  return steps;
}

/** Plays the transfers of a life onto accounts, as the ledger does. */
function postAll(steps: Step[]): { posted: Map<string, bigint>; pendingCount: number; settleCount: number } {
  const posted = new Map<string, bigint>();
  const add = (key: string, minor: bigint) => posted.set(key, (posted.get(key) ?? 0n) + minor);
  let pendingCount = 0;
  let settleCount = 0;
  for (const { before, events, atMs } of steps) {
    let purchase = before;
    for (const event of events) {
      for (const transfer of planTransfers(purchase, event)) {
        if (transfer.kind === 'pending') pendingCount += 1;
        else if (transfer.kind === 'void') pendingCount -= 1;
        else {
          const post = transfer.kind === 'post';
          if (post) pendingCount -= 1;
          if (post) settleCount += 1;
          if (post && !purchase) throw new Error('a post without a purchase');
          const accounts = post ? findHoldAccounts(purchase as Purchase) : transfer;
          add(accounts.debit.code, transfer.amountMinor);
          add(accounts.credit.code, -transfer.amountMinor);
        }
        expect(pendingCount === 0 || pendingCount === 1).toBe(true);
      }
      purchase = evolve(purchase, event, atMs, DEFAULT_TERMS);
    }
  }
  return { posted, pendingCount, settleCount };
}

const lives = fc.tuple(fc.constantFrom(...FUNDING_MODES), opening, fc.array(act, { maxLength: 14 }));
/** Where the opening does not fit the funding its commands are refused, which is fine too. */
const check = (property: (steps: Step[]) => void) =>
  fc.assert(
    fc.property(lives, ([funding, begin, acts]) => property(liveThrough(funding, begin, acts))),
    { numRuns: 1500 },
  );

describe('S37: any life of a purchase', () => {
  test('S34: money is conserved, set aside once and settled at most once', () => {
    check(steps => {
      const { posted, pendingCount, settleCount } = postAll(steps);
      expect([...posted.values()].reduce((sum, minor) => sum + minor, 0n)).toBe(0n);
      expect(settleCount).toBeLessThanOrEqual(1);
      const last = steps.at(-1)?.after;
      if (last && isFinal(last.state)) expect(pendingCount).toBe(0);
      expect((posted.get('person_advances') ?? 0n) >= 0n).toBe(true);
      expect((posted.get('seller_payable') ?? 0n) <= 0n).toBe(true);
    });
  });

  test('S35: what an advanced purchase cost is paid, given back or collected when it is over', () => {
    check(steps => {
      const last = steps.at(-1)?.after;
      if (!last || !isFinal(last.state) || last.funding !== 'advanced') return;
      expect(postAll(steps).posted.get('person_advances') ?? 0n).toBe(0n);
    });
  });

  test('every open state is left by time alone', () => {
    check(steps => {
      let purchase = steps.at(-1)?.after ?? null;
      for (let count = 0; purchase && !isFinal(purchase.state); count += 1) {
        expect(purchase.dueAtMs).not.toBeNull();
        expect(count).toBeLessThan(10);
        purchase = takeStep(purchase, { type: 'advance_time' }, purchase.dueAtMs ?? 0).after;
      }
    });
  });

  test('every open state has a way out by a person', () => {
    check(steps => {
      const purchase = steps.at(-1)?.after;
      if (!purchase || isFinal(purchase.state)) return;
      const nowMs = PLACED_AT_MS;
      const names = Object.keys(COMMANDS) as CommandName[];
      const left = names.some(name => {
        const { refused, after } = takeStep(purchase, makeCommand(name, purchase), nowMs);
        return !refused && after?.state !== purchase.state;
      });
      expect(left).toBe(true);
    });
  });
});
