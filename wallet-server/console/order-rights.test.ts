import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOrderView } from '#shared/api/purchase-view.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import {
  type CommandName,
  LIVED_NAMES,
  live,
  makeCommand,
  PLACED_AT_MS,
  takeStep,
} from '#tests/fixtures/purchase-life.ts';
import { listOrderRights, type OrderRight } from './order-rights.ts';

const COMMANDS_OF: Record<OrderRight, readonly CommandName[]> = {
  ship_order: ['ship by seller'],
  cancel_order: ['cancel by seller'],
  // The whole may be what is left of it.
  refund: ['refund', 'refund a part'],
};

test('S36: a seller is offered what the server takes, and nothing else, after any life of a held purchase', () => {
  fc.assert(
    fc.property(LIVED_NAMES, lived => {
      let purchase: Purchase = live('held', []);
      let atMs = PLACED_AT_MS;
      for (const name of lived) {
        atMs += 60_000;
        purchase = takeStep(purchase, makeCommand(name, purchase), atMs).after ?? purchase;
      }
      const offered = listOrderRights(toOrderView(purchase, 'QX7K2M9T4'));
      const taken = (Object.keys(COMMANDS_OF) as OrderRight[]).filter(right =>
        COMMANDS_OF[right].some(
          name => takeStep(purchase, makeCommand(name, purchase), atMs).refused === null,
        ),
      );
      // Before it is shipped the page offers to call it off; who gives a part back then does so by the API.
      const shown = taken.filter(right => right !== 'refund' || purchase.state !== 'identity_confirmed');
      expect([...offered].sort()).toEqual([...shown].sort());
    }),
    { numRuns: 2000 },
  );
});
