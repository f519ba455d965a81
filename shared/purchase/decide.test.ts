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
import type { Purchase } from './purchase.ts';
import { FUNDING_MODES, type FundingMode, isFinal, PURCHASE_STATES } from './state.ts';
import { DEFAULT_TERMS } from './terms.ts';

/** How each situation is reached, from `order_received` on. */
const SITUATIONS: Record<string, [FundingMode, CommandName[]]> = {
  'held order_received': ['held', []],
  'held identity_confirmed': ['held', ['confirm']],
  'held shipped': ['held', ['confirm', 'ship by seller']],
  'held delivered': ['held', ['confirm', 'ship by seller', 'deliver']],
  'held closed': ['held', ['confirm', 'ship by seller', 'receive']],
  'held disputed': ['held', ['confirm', 'ship by seller', 'dispute']],
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

  test('S36: a withdrawn dispute begins every window of the state anew, that for a return too', () => {
    const disputed = live('advanced', ['confirm', 'authorize', 'clear', 'receive', 'dispute']);
    const { rulingWindowMs, returnWindowMs } = DEFAULT_TERMS;
    const withdrawnAtMs = PLACED_AT_MS + rulingWindowMs - 1;
    const received = takeStep(disputed, { type: 'withdraw_dispute' }, withdrawnAtMs).after;
    const request = (ms: number) =>
      takeStep(received, { type: 'request_return' }, withdrawnAtMs + ms).refused;
    expect(request(returnWindowMs - 1)).toBeNull();
    expect(request(returnWindowMs)).toBe('stage_wrong');
  });

  test('an order is placed once', () => {
    const command = { type: 'place', order: makeOrder('held') } as const;
    expect(takeStep(null, command, PLACED_AT_MS).after?.state).toBe('order_received');
    expect(takeStep(live('held', []), command, PLACED_AT_MS).refused).toBe('purchase_exists');
    expect(takeStep(null, { type: 'receive' }, PLACED_AT_MS).refused).toBe('purchase_unknown');
  });
});
