import { describe, expect, test } from 'vitest';
import { modelStages } from './stage-model.ts';
import { printStages } from './stage-text.ts';
import { makeText } from './text.ts';

const DAY = 86_400_000;
const START_MS = Date.UTC(2026, 10, 18, 12);
const SHIPPED = { order_received: START_MS, identity_confirmed: START_MS + DAY, shipped: START_MS + 2 * DAY };

describe('the stage line', () => {
  test('S36, S37: five stops in order, with the date of each one that was reached', () => {
    const { stops, branch } = modelStages({ state: 'shipped', enteredAtMs: SHIPPED });
    expect(stops.map(({ stage }) => stage)).toEqual([
      'order_received',
      'identity_confirmed',
      'shipped',
      'received',
      'closed',
    ]);
    expect(stops.map(({ status }) => status)).toEqual(['done', 'done', 'current', 'ahead', 'ahead']);
    expect(stops[2]?.reachedAtMs).toBe(START_MS + 2 * DAY);
    expect(branch).toBeNull();
  });

  test('an end off the path branches where the path was left, and the rest is not reached', () => {
    const enteredAtMs = { order_received: START_MS, declined: START_MS + DAY };
    const { stops, branch } = modelStages({ state: 'declined', enteredAtMs });
    expect(branch).toEqual({ state: 'declined', from: 0, atMs: START_MS + DAY });
    expect(stops.map(({ status }) => status)).toEqual(['done', 'skipped', 'skipped', 'skipped', 'skipped']);
  });

  test('a closed purchase has no stop that waits', () => {
    const enteredAtMs = { ...SHIPPED, received: START_MS + 3 * DAY, closed: START_MS + 3 * DAY };
    const { stops } = modelStages({ state: 'closed', enteredAtMs });
    expect(stops.every(({ status }) => status === 'done')).toBe(true);
  });

  test('as text for mail it reads line by line', () => {
    const enteredAtMs = { ...SHIPPED, disputed: START_MS + 3 * DAY };
    const printed = printStages({ state: 'disputed', enteredAtMs }, makeText('en'), START_MS + 4 * DAY);
    expect(printed.split('\n')).toEqual([
      '● Order received  Nov 18',
      '● Identity confirmed  Nov 19',
      '● Shipped  Nov 20',
      '└ Disputed  Nov 21',
      '· Received',
      '· Closed',
    ]);
  });
});
