import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { openEscrow, placeAdvanced, placeHeld, readBalance } from '#tests/fixtures/escrow.ts';
import { applyCommand } from '../purchases/apply-command.ts';
import { findPurchase } from '../purchases/find-purchase.ts';
import { runDuePurchases } from '../purchases/run-due-purchases.ts';

const parcel = { waybill: 'WB-1234567', carrier: 'Post' };
const money = { amountMinor: 4800n, currency: 'USD' } as const;
const COMMANDS: PurchaseCommand[] = [
  { type: 'cancel', by: 'buyer' },
  { type: 'authorize', ...money, payeeHost: 'lamps.localhost', authorizationCode: 'A1B2C3' },
  { type: 'reverse_authorization' },
  { type: 'clear', ...money },
  { type: 'clear', ...money, amountMinor: 4000n },
  { type: 'refund_charge', ...money, amountMinor: 1000n },
  { type: 'ship', by: 'seller', ...parcel },
  { type: 'receive' },
  { type: 'receive' },
  { type: 'dispute', reason: 'broken' },
  { type: 'request_return' },
  { type: 'refund' },
  { type: 'rule', sellerMinor: 1200n },
];
const WAITS = [0, 0, 0, 60_000, 20 * 60_000, 15 * 86_400_000];

const act = fc.record({
  at: fc.nat(7),
  command: fc.option(fc.constantFrom(...COMMANDS), { freq: 3 }),
  waitMs: fc.constantFrom(...WAITS),
});

test('S34 S39: whatever is done at once, the books add up and nobody is overdrawn', async () => {
  const escrow = await openEscrow();
  const { services } = escrow.app;
  let round = 0;
  const property = fc.asyncProperty(
    fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 10 }),
    async batches => {
      round += 1;
      await escrow.deposit(9_700n);
      const views: PurchaseView[] = [];
      for (let index = 0; index < 4; index += 1) {
        views.push(await placeHeld(escrow, `KA-${round}-${index}`));
        views.push(await placeAdvanced(escrow));
      }
      const run = async ({ at, command }: { at: number; command: PurchaseCommand | null }) => {
        const purchase = await findPurchase(services.directory, views[at]?.id ?? '');
        if (!purchase) throw new Error('a purchase is gone');
        const consentHash = hashPurchaseConsent(purchase);
        const confirm = { type: 'confirm', method: 'code', consentHash } as const;
        await applyCommand(services, {
          purchaseId: purchase.id,
          actor: 'buyer',
          command: command ?? confirm,
        });
      };
      for (const batch of batches) {
        await Promise.all([...batch.map(run), runDuePurchases(services)]);
        escrow.wait(Math.max(0, ...batch.map(({ waitMs }) => waitMs)));
        expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
        expect(BigInt((await readBalance(escrow))?.availableMinor ?? 0) >= 0n).toBe(true);
      }
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});
