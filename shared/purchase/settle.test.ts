import fc from 'fast-check';
import { expect, test } from 'vitest';
import { live, PLACED_AT_MS, takeStep } from '#tests/fixtures/purchase-life.ts';
import type { PurchaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Purchase } from './purchase.ts';
import { DEFAULT_TERMS } from './terms.ts';
import { findHoldAccounts, planTransfers } from './transfers.ts';

/** What a shop gets, what it gives as fee, and what the buyer gets back, of a held purchase that ends by `commands`. */
function endBy(purchase: Purchase, commands: readonly PurchaseCommand[], feeBasisPoints: number) {
  const terms = { ...DEFAULT_TERMS, feeBasisPoints };
  const sums = { seller: 0n, fee: 0n, buyer: purchase.amountMinor };
  let current = purchase;
  for (const command of commands) {
    const decision = decide(current, command, PLACED_AT_MS, terms);
    if ('refused' in decision) continue;
    for (const event of decision.events) {
      for (const transfer of planTransfers(current, event)) {
        if (transfer.kind === 'post') {
          sums.seller += transfer.amountMinor;
          sums.buyer -= transfer.amountMinor;
        }
        if (transfer.kind === 'single') {
          expect(transfer.debit).toEqual(findHoldAccounts(current).credit);
          expect(transfer.credit.code).toBe('fees');
          sums.seller -= transfer.amountMinor;
          sums.fee += transfer.amountMinor;
        }
      }
      current = evolve(current, event, PLACED_AT_MS, terms);
    }
  }
  return { ...sums, last: current };
}

const amounts = fc.bigInt({ min: 1n, max: 999_999_999_999n });
const shares = fc.integer({ min: 0, max: 10_000 });
const takeShare = (amountMinor: bigint, share: number) => (amountMinor * BigInt(share)) / 10_000n;

test('S34: partial refund, fee and split give out exactly what was set aside', () => {
  fc.assert(
    fc.property(amounts, shares, shares, shares, fc.boolean(), (amountMinor, back, split, fee, ruled) => {
      const purchase = { ...live('held', ['confirm', 'ship by seller', 'dispute']), amountMinor };
      const refundedMinor = takeShare(amountMinor, back);
      const commands: PurchaseCommand[] = [{ type: 'refund_part', amountMinor: refundedMinor }];
      const left = amountMinor - refundedMinor;
      if (ruled) commands.push({ type: 'rule', sellerMinor: takeShare(left, split) });
      else commands.push({ type: 'receive' });
      const { seller, fee: paid, buyer, last } = endBy(purchase, commands, fee);
      expect(seller + paid + buyer).toBe(amountMinor);
      for (const sum of [seller, paid, buyer]) expect(sum >= 0n).toBe(true);
      expect(buyer >= refundedMinor).toBe(true);
      expect(paid).toBe(takeShare(seller + paid, fee));
      expect(['closed', 'refunded']).toContain(last.state);
    }),
    { numRuns: 1000 },
  );
});

test('a part is given back only while the money is held, and never more than is left', () => {
  const shipped = live('held', ['confirm', 'ship by seller']);
  const give = (amountMinor: bigint) => takeStep(shipped, { type: 'refund_part', amountMinor }, PLACED_AT_MS);
  expect(give(0n).refused).toBe('amount_wrong');
  expect(give(4801n).refused).toBe('amount_wrong');
  expect(give(4800n).after?.state).toBe('refunded');
  const some = give(1000n).after;
  expect(some).toMatchObject({ state: 'shipped', refundedMinor: 1000n });
  const more = { type: 'refund_part', amountMinor: 3801n } as const;
  expect(takeStep(some ?? null, more, PLACED_AT_MS).refused).toBe('amount_wrong');
  const command = { type: 'refund_part', amountMinor: 1n } as const;
  expect(takeStep(live('held', []), command, PLACED_AT_MS).refused).toBe('stage_wrong');
});
