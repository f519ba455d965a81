import { describe, expect, test } from 'vitest';
import {
  COMMANDS,
  type CommandName,
  live,
  makeCommand,
  makeOrder,
  PLACED_AT_MS,
  takeStep,
} from '#tests/fixtures/purchase-life.ts';
import { findReceiptDue } from './decide-time.ts';
import type { Purchase } from './purchase.ts';
import { FUNDING_MODES, type FundingMode, isFinal, PURCHASE_STATES } from './state.ts';
import { DEFAULT_TERMS } from './terms.ts';

const DAY = 86_400_000;

/** How each situation is reached, from `order_received` on. */
const SITUATIONS: Record<string, [FundingMode, CommandName[]]> = {
  'held order_received': ['held', []],
  'held identity_confirmed': ['held', ['confirm']],
  'held shipped': ['held', ['confirm', 'ship by seller']],
  'held delivered': ['held', ['confirm', 'ship by seller', 'deliver']],
  'held closed': ['held', ['confirm', 'ship by seller', 'receive']],
  'held disputed': ['held', ['confirm', 'ship by seller', 'dispute']],
  'held disputed for the last time': [
    'held',
    ['confirm', 'ship by seller', 'dispute', 'withdraw', 'dispute', 'withdraw', 'dispute'],
  ],
  'held returned': ['held', ['confirm', 'ship by seller', 'request return']],
  'held refunded': ['held', ['confirm', 'refund']],
  'held declined': ['held', ['decline']],
  'held cancelled': ['held', ['cancel by buyer']],
  'advanced order_received': ['advanced', []],
  'advanced identity_confirmed': ['advanced', ['confirm']],
  'advanced authorised': ['advanced', ['confirm', 'authorize']],
  'advanced cleared': ['advanced', ['confirm', 'authorize', 'clear']],
  'advanced shipped uncleared': ['advanced', ['confirm', 'authorize', 'ship by buyer']],
  'advanced shipped': ['advanced', ['confirm', 'authorize', 'clear', 'ship by buyer']],
  'advanced received': ['advanced', ['confirm', 'authorize', 'clear', 'receive']],
  'advanced closed': ['advanced', ['confirm', 'authorize', 'clear', 'receive', 'settle bill']],
  'advanced disputed': ['advanced', ['confirm', 'authorize', 'clear', 'dispute']],
  'advanced disputed uncleared': ['advanced', ['confirm', 'authorize', 'dispute']],
  'advanced returned': ['advanced', ['confirm', 'authorize', 'clear', 'receive', 'request return']],
};

/** Where each command leads: `→ state`, `ok` where the state stays, or the refusal. */
function tabulate(situation: string): string[] {
  const [funding, names] = SITUATIONS[situation] ?? ['held', []];
  const purchase = live(funding, names);
  const nowMs = PLACED_AT_MS + (names.length + 1) * 60_000;
  const rows = Object.keys(COMMANDS).map(name => {
    const { refused, after } = takeStep(purchase, makeCommand(name as CommandName, purchase), nowMs);
    const led = after?.state === purchase.state ? 'ok' : `→ ${after?.state}`;
    return `${name.padEnd(17)} ${refused ?? led}`;
  });
  const due = takeStep(purchase, { type: 'advance_time' }, purchase.dueAtMs ?? nowMs);
  rows.push(
    `time              ${due.refused ?? (due.after?.state === purchase.state ? 'ok' : `→ ${due.after?.state}`)}`,
  );
  return rows;
}

describe('S37: every command in every state', () => {
  test.each(Object.keys(SITUATIONS))('%s', situation => {
    expect(`\n${tabulate(situation).join('\n')}\n`).toMatchSnapshot();
  });

  test('whatever the state, every command has an answer, and what is over stays over', () => {
    const reached = new Map<string, Purchase>();
    const note = (purchase: Purchase | null) => {
      if (purchase) reached.set(`${purchase.funding} ${purchase.state}`, purchase);
    };
    for (const [funding, names] of Object.values(SITUATIONS)) {
      const purchase = live(funding, names);
      const dueAtMs = purchase.dueAtMs ?? PLACED_AT_MS;
      note(purchase);
      note(takeStep(purchase, { type: 'advance_time' }, dueAtMs).after);
    }
    for (const funding of FUNDING_MODES) {
      for (const name of ['decline', 'cancel by buyer'] as const) note(live(funding, [name]));
    }
    for (const state of PURCHASE_STATES) {
      expect([...reached.keys()].some(name => name.endsWith(` ${state}`))).toBe(true);
    }
    for (const purchase of reached.values()) {
      for (const name of Object.keys(COMMANDS) as CommandName[]) {
        const { refused, after } = takeStep(purchase, makeCommand(name, purchase), PLACED_AT_MS);
        const over = isFinal(purchase.state) && name !== 'refund charge';
        expect([name, refused]).toEqual([name, over ? 'purchase_over' : refused]);
        if (refused) expect(after).toBe(purchase);
      }
    }
  });

  test('S36: a withdrawn dispute leaves every clock what was left, that for a return and the bill too', () => {
    const received = live('advanced', ['confirm', 'authorize', 'clear', 'receive']);
    const { returnWindowMs, billDueMs, writeOffAfterMs } = DEFAULT_TERMS;
    const receivedAtMs = received.enteredAtMs.received ?? 0;
    const [disputedAtMs, pausedMs] = [receivedAtMs + DAY, 9 * DAY];
    const disputed = takeStep(received, { type: 'dispute', reason: 'late' }, disputedAtMs).after;
    const back = takeStep(disputed, { type: 'withdraw_dispute' }, disputedAtMs + pausedMs).after;
    expect(back?.bill?.dueAtMs).toBe(receivedAtMs + billDueMs + pausedMs);
    expect(back?.dueAtMs).toBe(receivedAtMs + billDueMs + writeOffAfterMs + pausedMs);
    expect(back?.enteredAtMs.received).toBe(receivedAtMs);
    const untilMs = receivedAtMs + returnWindowMs + pausedMs;
    const request = (atMs: number) => takeStep(back, { type: 'request_return' }, atMs).refused;
    expect([request(untilMs - 1), request(untilMs)]).toEqual([null, 'stage_wrong']);
  });

  test('S36: what was delivered while it was disputed is looked at for all of the time', () => {
    const disputed = live('held', ['confirm', 'ship by seller', 'dispute', 'deliver']);
    const atMs = PLACED_AT_MS + 40 * DAY;
    const back = takeStep(disputed, { type: 'withdraw_dispute' }, atMs).after;
    expect(back && findReceiptDue(back, DEFAULT_TERMS)).toBe(atMs + DEFAULT_TERMS.receiptWindowMs);
  });

  test('S36: a dispute that was opened again is ruled on in what is left, and in time for an answer', () => {
    const { rulingWindowMs, rulingLeastMs } = DEFAULT_TERMS;
    const reopen = (afterMs: number) => {
      const disputed = live('held', ['confirm', 'ship by seller', 'deliver', 'dispute']);
      const atMs = (disputed.enteredAtMs.disputed ?? 0) + afterMs;
      const back = takeStep(disputed, { type: 'withdraw_dispute' }, atMs).after;
      return (takeStep(back, { type: 'dispute', reason: 'again' }, atMs).after?.dueAtMs ?? 0) - atMs;
    };
    expect(reopen(10 * DAY)).toBe(rulingWindowMs - 10 * DAY);
    expect(reopen(59 * DAY)).toBe(rulingLeastMs);
  });

  test('an order is placed once', () => {
    const command = { type: 'place', order: makeOrder('held') } as const;
    expect(takeStep(null, command, PLACED_AT_MS).after?.state).toBe('order_received');
    expect(takeStep(live('held', []), command, PLACED_AT_MS).refused).toBe('purchase_exists');
    expect(takeStep(null, { type: 'receive' }, PLACED_AT_MS).refused).toBe('purchase_unknown');
  });
});
