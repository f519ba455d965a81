import { describe, expect, inject, test } from 'vitest';
import { decide } from '#shared/purchase/decide.ts';
import { PURCHASE_STATES } from '#shared/purchase/state.ts';
import { runWorld } from './run-world.ts';
import { runSequences } from './sequences.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How long to go on; `npm run simulate` gives its own. */
    simulation: { sequences: number; worlds: number; seed: number };
  }
}

const { sequences, worlds, seed } = inject('simulation');

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
  const states = new Set<string>();

  // Each world is a test of its own, so that its databases go before the next ones come.
  test.each(Array.from({ length: worlds }, (_none, index) => seed + index))(
    'world %i',
    async worldSeed => {
      for (const state of (await runWorld(worldSeed, 60)).states) states.add(state);
    },
    120_000,
  );

  test('most states were seen', () => {
    console.info(`${worlds} worlds; states: ${[...states].join(', ')}`);
    expect(states.size).toBeGreaterThan(PURCHASE_STATES.length / 2);
  });
});

const PLANTED: [string, typeof decide][] = [
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
