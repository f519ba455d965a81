import { expect, test } from 'vitest';
import { judgeLife, type Life } from './journal.ts';
import { KILLS } from './kill.ts';
import { runFaults } from './run-faults.ts';

test('a server whose processes are killed under load, each way once, loses nothing that it acknowledged', {
  timeout: 600_000,
}, async () => {
  const tally = await runFaults({ kills: KILLS.length, seed: 20_261_121 });
  expect(tally.acknowledged).toBeGreaterThan(20);
});

test('a database that acknowledges before it keeps is found', { timeout: 600_000 }, async () => {
  const unsafe = { script: 'tests/faults/unsafe-server.fixture.ts', ways: ['server and database'] as const };
  await expect(runFaults({ kills: 10, seed: 1, ...unsafe })).rejects.toThrow(/it is lost|half|off|owed/);
});

const life: Life = {
  ...{ orderNumber: 'F-1', caller: 0, purchaseId: null, acknowledgedCount: 2, idempotencyKey: 'k' },
  ...{ acknowledged: 'identity_confirmed', asked: 'shipped' },
};

test.each([
  ['order_received', /lost/],
  ['identity_confirmed', null],
  ['shipped', null],
  ['closed', /nobody asked/],
] as const)('acknowledged as confirmed and asked to ship, it may not be %s', (found, wrong) => {
  const said = judgeLife(life, found);
  if (wrong) expect(said).toMatch(wrong);
  else expect(said).toBeNull();
});
