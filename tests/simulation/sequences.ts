import fc from 'fast-check';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import { decide as decideOnce } from '#shared/purchase/decide.ts';
import { evolve } from '#shared/purchase/evolve.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { FUNDING_MODES, type FundingMode, isFinal } from '#shared/purchase/state.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { planTransfers } from '#shared/purchase/transfers.ts';
import {
  COMMANDS,
  type CommandName,
  makeCommand,
  makeOrder,
  PLACED_AT_MS,
} from '#tests/fixtures/purchase-life.ts';
import { locateMoney, type Money, makeMoney, postTransfers } from './money.ts';
import { doReference, dueAt, placeReference, type ReferencePurchase } from './reference.ts';

export interface SequenceTally {
  sequences: number;
  done: Record<string, number>;
  refused: Record<string, number>;
}

export interface SequenceSettings {
  sequences: number;
  seed: number;
  /** What is held against the reference; a planted mistake goes here. @default decide */
  decide?: typeof decideOnce;
}

interface Act {
  command: CommandName | PurchaseCommand;
  waitMs: number;
}

interface Pair {
  real: Purchase;
  money: Money;
  reference: ReferencePurchase;
}

const amountMinor = fc.oneof(fc.bigInt({ min: -1n, max: 5000n }), fc.constantFrom(1n, 2400n, 4800n));
/** With a fee, so that it is lived through too. */
const TERMS = { ...DEFAULT_TERMS, feeBasisPoints: 250 };
const MINUTE = 60_000;
const DAY = 86_400_000;

const act: fc.Arbitrary<Act> = fc.record({
  command: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(Object.keys(COMMANDS) as CommandName[])) },
    { weight: 2, arbitrary: fc.constant({ type: 'advance_time' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ type: fc.constantFrom('clear' as const, 'refund_charge' as const), amountMinor },
        currency: fc.constant('USD' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('rule' as const), sellerMinor: amountMinor }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('refund_part' as const), amountMinor }) },
  ),
  waitMs: fc.oneof(fc.constantFrom(0, 1, MINUTE, 16 * MINUTE, DAY, 8 * DAY, 20 * DAY), fc.constant(-1)),
});

/** Sequences of chance die early, so most begin with a purchase that is under way. */
const opening = fc.constantFrom<CommandName[]>(
  [],
  ['confirm'],
  ['confirm', 'ship by seller'],
  ['confirm', 'ship by seller', 'deliver'],
  ['confirm', 'authorize', 'clear'],
  ['confirm', 'authorize', 'clear', 'ship by buyer', 'deliver'],
  ['confirm', 'authorize', 'clear', 'receive'],
  ['confirm', 'authorize'],
  ['confirm', 'ship by seller', 'dispute'],
  ['confirm', 'ship by seller', 'deliver', 'dispute', 'withdraw', 'dispute', 'withdraw', 'dispute'],
  ['confirm', 'authorize', 'clear', 'receive', 'dispute', 'withdraw', 'dispute'],
  ['confirm', 'ship by seller', 'deliver', 'request return'],
  ['confirm', 'authorize', 'clear', 'receive', 'dispute'],
);

/**
 * Lives purchases by chance, each beside its reference: after every command both agree on whether it was taken, on the
 * state and its time, and the ledger has the money where the reference says.
 * @throws Error with the shortest sequence on which they differ, and its seed.
 */
export function runSequences({ sequences, seed, decide = decideOnce }: SequenceSettings): SequenceTally {
  const tally: SequenceTally = { sequences: 0, done: {}, refused: {} };
  const lives = fc.tuple(fc.constantFrom(...FUNDING_MODES), opening, fc.array(act, { maxLength: 16 }));
  const property = fc.property(lives, ([funding, begin, acts]) => {
    tally.sequences += 1;
    const first = begin.map(command => ({ command, waitMs: MINUTE }));
    live(funding, [...first, ...acts], decide, tally);
  });
  fc.assert(property, { numRuns: sequences, seed });
  return tally;
}

function live(funding: FundingMode, acts: Act[], decide: typeof decideOnce, tally: SequenceTally): void {
  let nowMs = PLACED_AT_MS;
  const order = makeOrder(funding);
  const confirmByMs = nowMs + TERMS.confirmWindowMs;
  const real = evolve(null, { type: 'order_received', order, confirmByMs }, nowMs, TERMS);
  const reference = placeReference({ funding, amountMinor: order.amountMinor, feeBasisPoints: 250n }, nowMs);
  const pair: Pair = { real, money: makeMoney(), reference };
  for (const { command, waitMs } of acts) {
    // A wait below zero is one until time is due, to the millisecond.
    nowMs = waitMs < 0 ? Math.max(nowMs, dueAt(pair.reference) ?? nowMs) : nowMs + waitMs;
    const made = typeof command === 'string' ? makeCommand(command, pair.real) : command;
    doBoth(pair, made, nowMs, decide, tally);
  }
  // Time alone brings every purchase to its end.
  for (let count = 0; !isFinal(pair.real.state); count += 1) {
    if (count > 10) throw new Error(`${pair.real.state} is not left by time`);
    nowMs = Math.max(nowMs, pair.real.dueAtMs ?? Number.NaN);
    doBoth(pair, { type: 'advance_time' }, nowMs, decide, tally);
  }
}

function doBoth(
  pair: Pair,
  command: PurchaseCommand,
  nowMs: number,
  decide: typeof decideOnce,
  tally: SequenceTally,
): void {
  const expected = doReference(pair.reference, command, nowMs);
  const decision = decide(pair.real, command, nowMs, TERMS);
  const answered = 'refused' in decision ? 'refused' : 'done';
  tally[answered][command.type] = (tally[answered][command.type] ?? 0) + 1;
  if (answered !== expected) throw new Error(`${command.type} is ${answered}, not ${expected}`);
  if ('events' in decision) {
    for (const event of decision.events) {
      postTransfers(pair.money, pair.real, planTransfers(pair.real, event));
      pair.real = evolve(pair.real, event, nowMs, TERMS);
    }
  }
  compare(pair, command);
}

function compare({ real, money, reference }: Pair, command: PurchaseCommand): void {
  const after = `after ${command.type}`;
  if (real.state !== reference.state) throw new Error(`${after}: ${real.state}, not ${reference.state}`);
  if (real.dueAtMs !== dueAt(reference))
    throw new Error(`${after}: due at ${real.dueAtMs}, not ${dueAt(reference)}, in ${real.state}`);
  const expected = locateMoney(reference);
  for (const [account, minor] of Object.entries(expected)) {
    const found = money[account as keyof Money];
    if (found !== minor) throw new Error(`${after}: ${account} has ${found}, not ${minor}`);
  }
}
