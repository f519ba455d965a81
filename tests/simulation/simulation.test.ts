import { describe, expect, inject, test } from 'vitest';
import { decide } from '#shared/purchase/decide.ts';
import { PURCHASE_STATES } from '#shared/purchase/state.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { MESSAGES } from './messages.ts';
import { MONEY_MESSAGES } from './money-messages.ts';
import { runWorld, type WorldPlant } from './run-world.ts';
import { runSequences } from './sequences.ts';
import type { SimulatedWorld } from './world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How long to go on; `npm run simulate` gives its own. */
    simulation: { sequences: number; worlds: number; seed: number };
  }
}

const { sequences, worlds, seed } = inject('simulation');
/** So many worlds come to everything. */
const LONG_RUN = 100;

test('S34-S37: purchases of chance agree with the requirements after every command', {
  timeout: 60_000 + sequences * 10,
}, () => {
  const tally = runSequences({ sequences, seed });
  const count = (outcomes: Record<string, number>) => Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  console.info(
    `${tally.sequences} sequences: ${count(tally.done)} commands taken, ${count(tally.refused)} refused`,
  );
  expect(Object.keys(tally.done).length).toBeGreaterThanOrEqual(17);
});

describe('S34-S37: a whole server agrees with them while messages are lost, doubled and late', () => {
  const seen = { states: new Set<string>(), taken: new Set<string>(), payouts: new Set<string>() };

  // Each world is a test of its own, so that its databases go before the next ones come.
  test.each(Array.from({ length: worlds }, (_none, index) => seed + index))(
    'world %i',
    async worldSeed => {
      const tally = await runWorld(worldSeed, 60);
      for (const kind of ['states', 'taken', 'payouts'] as const)
        for (const name of tally[kind]) seen[kind].add(name);
    },
    120_000,
  );

  test('what there is was seen: all of it in a long run, most in a short one', () => {
    console.info(
      `${worlds} worlds; states: ${[...seen.states].join(', ')}; payouts: ${[...seen.payouts].join(', ')}`,
    );
    const names = [...Object.keys(MESSAGES), ...Object.keys(MONEY_MESSAGES)];
    const unseen = {
      states: PURCHASE_STATES.filter(state => !seen.states.has(state)),
      taken: names.filter(name => !seen.taken.has(name)),
      payouts: ['pending', 'unanswered', 'posted', 'voided'].filter(state => !seen.payouts.has(state)),
    };
    if (worlds >= LONG_RUN) expect(unseen).toEqual({ states: [], taken: [], payouts: [] });
    expect(seen.states.size).toBeGreaterThan(PURCHASE_STATES.length / 2);
  });
});

describe('the whole-server worlds find', () => {
  const run = async (plant: WorldPlant) => {
    for (let count = 0; count < 60; count += 1) await runWorld(seed + count, 60, plant);
  };

  test('a fee of a tenth of a percent too much', { timeout: 120_000 }, async () => {
    const change = { terms: { ...DEFAULT_TERMS, feeBasisPoints: 260 } };
    await expect(run({ change })).rejects.toThrow(/seller_payable has/);
  });

  test('a payout that ends without its money', { timeout: 120_000 }, async () => {
    const spoil = ({ escrow }: SimulatedWorld) => escrow.app.databases.directory`
      update payouts set state = 'voided' where state in ('pending', 'unanswered')`;
    await expect(run({ spoil })).rejects.toThrow(/payouts under way are/);
  });

  test('a partial refund that is forgotten', { timeout: 120_000 }, async () => {
    const spoil = ({ escrow }: SimulatedWorld) => escrow.app.databases.directory`
      update purchases set document = document || '{"refundedMinor": "0"}' where document->>'refundedMinor' <> '0'`;
    await expect(run({ spoil })).rejects.toThrow(/was given back, not/);
  });
});

const PLANTED: [string, typeof decide][] = [
  [
    'a dispute that may be taken back for ever',
    (purchase, command, nowMs, terms) => decide(purchase, command, nowMs, { ...terms, disputesAtMost: 99 }),
  ],
  [
    'a dispute of what was decided',
    (purchase, command, nowMs, terms) =>
      decide(
        purchase && { ...purchase, disputes: { ...purchase.disputes, decidedBy: null } },
        command,
        nowMs,
        terms,
      ),
  ],
  [
    'a second dispute with all of the time for a ruling',
    (purchase, command, nowMs, terms) =>
      decide(
        purchase && { ...purchase, disputes: { ...purchase.disputes, rulingLeftMs: null } },
        command,
        nowMs,
        terms,
      ),
  ],
  [
    'a refund of more than there is',
    (purchase, command, nowMs, terms) =>
      decide(
        purchase,
        command.type === 'refund_charge' ? { ...command, amountMinor: 4800n } : command,
        nowMs,
        terms,
      ),
  ],
  [
    'a receipt of goods that were not shipped',
    (purchase, command, nowMs, terms) =>
      decide(
        purchase && command.type === 'receive' && purchase.state === 'identity_confirmed'
          ? { ...purchase, state: 'shipped' }
          : purchase,
        command,
        nowMs,
        terms,
      ),
  ],
  [
    'a cancellation that keeps the money',
    (purchase, command, nowMs, terms) =>
      command.type === 'cancel' && purchase?.state === 'identity_confirmed' && !purchase.charge
        ? { events: [{ type: 'declined' }] }
        : decide(purchase, command, nowMs, terms),
  ],
  [
    'a timer that is a millisecond early',
    (purchase, command, nowMs, terms) =>
      decide(purchase, command, command.type === 'confirm' ? nowMs - 1 : nowMs, terms),
  ],
];

test.each(PLANTED)('%s is found', (_name, planted) => {
  expect(() => runSequences({ sequences: 5000, seed: 1, decide: planted })).toThrow(/Property failed/);
});
