import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPurchaseView } from '#shared/api/purchase-view.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { FUNDING_MODES, type FundingMode } from '#shared/purchase/state.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import {
  type CommandName,
  LIVED_NAMES,
  live,
  makeCommand,
  PLACED_AT_MS,
  takeStep,
} from '#tests/fixtures/purchase-life.ts';
import { makeAdvancedView, makeView, NOW_MS } from '#tests/gallery/made-up-views.ts';
import { listRights, type PurchaseRight } from './purchase-rights.ts';

const COMMAND_OF: Record<PurchaseRight, CommandName> = {
  ...{ look: 'confirm', receive: 'receive', ship: 'ship by buyer', dispute: 'dispute' },
  ...{ withdraw: 'withdraw', return: 'request return', cancel: 'cancel by buyer' },
};
const FACTS = { knownSinceMs: null, codeAllowed: true, declines: [], terms: DEFAULT_TERMS };

/** Authorised and not collected; ruled on; received too long ago to be sent back. */
const LIVES: [FundingMode, CommandName[], number][] = [
  ['advanced', ['confirm', 'authorize'], 60_000],
  ['advanced', ['confirm', 'authorize', 'clear', 'dispute', 'rule half'], 60_000],
  ['advanced', ['confirm', 'authorize', 'clear', 'receive', ...Array(1700).fill('confirm')], 14 * 60_000],
];

/** What the timer does to it by `atMs`. */
function passTime(purchase: Purchase, atMs: number): Purchase {
  const dueAtMs = purchase.dueAtMs ?? Number.POSITIVE_INFINITY;
  const { after } = dueAtMs <= atMs ? takeStep(purchase, { type: 'advance_time' }, dueAtMs) : { after: null };
  return after === null ? purchase : passTime(after, atMs);
}

test('S37: a buyer is offered what the server takes, and nothing else, after any life of a purchase', () => {
  const passed = fc.constantFrom(60_000, 4 * 86_400_000);
  fc.assert(
    fc.property(fc.constantFrom(...FUNDING_MODES), LIVED_NAMES, passed, (funding, lived, passedMs) => {
      let purchase: Purchase = live(funding, []);
      let atMs = PLACED_AT_MS;
      for (const name of lived) {
        atMs += passedMs;
        purchase = passTime(purchase, atMs);
        purchase = takeStep(purchase, makeCommand(name, purchase), atMs).after ?? purchase;
      }
      const offered = listRights(toPurchaseView(purchase, FACTS), atMs);
      const taken = (Object.keys(COMMAND_OF) as PurchaseRight[]).filter(right => {
        const { refused } = takeStep(purchase, makeCommand(COMMAND_OF[right], purchase), atMs);
        // A parcel may be there before its shop has collected: the refusal says what is waited for.
        return refused === null || (refused === 'charge_uncleared' && offered.includes(right));
      });
      expect([...offered].sort()).toEqual([...taken].sort());
    }),
    { numRuns: 2000, examples: LIVES },
  );
});

test('what a buyer does next leads: a tracking number comes before the parcel', () => {
  const charged = makeAdvancedView('identity_confirmed', { charged: true });
  expect(listRights(charged, NOW_MS)).toEqual(['ship', 'receive', 'dispute']);
  expect(listRights(makeAdvancedView('shipped'), NOW_MS)[0]).toBe('receive');
});

test('S36: what is disputed for the last time is not taken back, and what was decided not disputed', () => {
  expect(listRights(makeView('disputed'), NOW_MS)).toContain('withdraw');
  expect(listRights(makeView('disputed', { disputesLeft: 0 }), NOW_MS)).toEqual(['receive', 'return']);
  expect(listRights(makeView('shipped', { disputesLeft: 0 }), NOW_MS)).toEqual(['receive', 'return']);
});
