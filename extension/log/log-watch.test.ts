import { expect, onTestFinished, test } from 'vitest';
import { deriveKeys } from '#server/app/derive-key.ts';
import { keepDisclosure } from '#server/delivery/disclosures.ts';
import { bringCheckpoints } from '#server/log/bring-checkpoints.ts';
import { makeLogSigner } from '#server/log/log-signer.ts';
import type { Queryable } from '#server/storage/sql.ts';
import { joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { growLog, placeLeaves, rewriteLog } from '#tests/fixtures/rewritten-log.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { startWitness } from '#tests/world/witness.ts';
import type { LogRecord } from './log-record.ts';
import { checkLog, type LogPorts } from './log-watch.ts';

const HOUR = 3_600_000;

/** A member whose address was asked for once, in a log with others, and the device's watch over it. */
async function makeWorld({ quorum = 0 } = {}) {
  const witness = await startWitness();
  onTestFinished(() => witness.close());
  const server = await openTestApp({ logWitnesses: [witness] });
  witness.watch(makeLogSigner(server.services.settings).key);
  const { services, clock } = server;
  const device = await makeDevice(server);
  const { personId } = await joinFrom(device);
  const party = {
    party: 'Swift Parcel',
    field: 'destination1',
    reason: 'parcel_print',
    granted: true,
    purchaseId: null,
  } as const;
  await growLog(services, 300);
  await keepDisclosure(services, { ...party, personId });
  await growLog(services, 40);
  const shelf: { record: LogRecord | null } = { record: null };
  const hidden = { path: '' };
  const ports: LogPorts = {
    serverOrigin: server.origin,
    ask: (operation, input) => device.client.call(operation, input),
    isSignedIn: async () => true,
    read: async path => {
      if (hidden.path !== '' && path.includes(hidden.path)) return null;
      const answer = await server.fetch(server.origin + path);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    load: async () => shelf.record,
    save: async record => {
      shelf.record = record;
    },
    clock: () => clock.nowMs,
    witnesses: { keys: [witness.key], quorum },
  };
  const disclose = () => keepDisclosure(services, { ...party, personId });
  return {
    services,
    directory: services.directory,
    clock,
    shelf,
    hidden,
    witness,
    disclose,
    check: () => checkLog(ports),
  };
}

test('S57: a log that only grows is right, and the entries of its owner are found in it', async () => {
  const { services, check, disclose, clock } = await makeWorld();
  const first = await check();
  expect(first).toMatchObject({ rightAtMs: clock.nowMs, alarm: null });
  expect(first.ownCount).toBeGreaterThan(0);
  await disclose();
  await growLog(services, 500);
  clock.nowMs += 2 * HOUR;
  // The access token is over by then; the history is still checked.
  expect(await check()).toMatchObject({ size: first.size + 501, alarm: null });
});

test('S57: where witnesses are asked for, a checkpoint without them is not believed, and is an alarm after a day', async () => {
  const { services, check, clock, witness } = await makeWorld({ quorum: 1 });
  expect(await check()).toMatchObject({ rightAtMs: null, alarm: null });
  await bringCheckpoints(services);
  expect(await check()).toMatchObject({ rightAtMs: clock.nowMs, alarm: null });
  witness.fault = 'silent';
  await growLog(services, 5);
  expect(await check()).toMatchObject({ rightAtMs: clock.nowMs, alarm: null });
  clock.nowMs += 25 * HOUR;
  expect((await check()).alarm).toMatchObject({ kind: 'proof_withheld' });
  witness.fault = null;
  await bringCheckpoints(services);
  expect(await check()).toMatchObject({ rightAtMs: clock.nowMs, alarm: null });
});

test.each([
  [
    'changed',
    (sql: Queryable) =>
      sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 5`,
  ],
  ['dropped', (sql: Queryable) => sql`delete from log_leaves where leaf_index = 5`],
])('S57: an entry %s in the past, all signed anew, is an alarm that stays', async (_what, change) => {
  const { services, check, shelf } = await makeWorld();
  const before = await check();
  await rewriteLog(services, change);
  await growLog(services, 30);
  const { alarm, size } = await check();
  expect(alarm).toMatchObject({ kind: 'history_rewritten', read: false });
  expect(size).toBe(before.size);
  expect(alarm?.evidence).toContain(`\n${before.size}\n`);
  expect(alarm?.evidence.match(/— wallet.localhost:8477\/log /g)).toHaveLength(2);
  if (shelf.record?.alarm) shelf.record.alarm.read = true;
  expect((await check()).alarm).toMatchObject({ kind: 'history_rewritten', read: true });
});

test('S57: a log that lost its end is an alarm', async () => {
  const { services, check } = await makeWorld();
  await check();
  await rewriteLog(services, sql => sql`delete from log_leaves where leaf_index >= 320`);
  expect((await check()).alarm).toMatchObject({ kind: 'history_shortened' });
});

test('S57: an entry about the owner that says something else than the tree is an alarm', async () => {
  const { directory, check } = await makeWorld();
  await directory`update log_leaves set entry = jsonb_set(entry, '{detail}', '"refused destination1"') where entry ->> 'kind' = 'disclosed'`;
  expect((await check()).alarm).toMatchObject({ kind: 'entry_changed' });
});

test('S57: a reading of the address without an entry is an alarm after an hour, until the entry comes', async () => {
  const { services, directory, check, disclose, clock } = await makeWorld();
  clock.nowMs += 1000;
  await disclose();
  const before = await check();
  expect(before.alarm).toBeNull();
  clock.nowMs += HOUR + 1;
  await directory`update access_tokens set expires_at_ms = ${clock.nowMs + HOUR}`;
  expect((await check()).alarm).toMatchObject({ kind: 'entry_missing' });
  await placeLeaves(services);
  expect(await check()).toMatchObject({ ownCount: before.ownCount + 1, alarm: null });
});

test('S57: a checkpoint by another key is an alarm, and what cannot be read is none', async () => {
  const { services, directory, check, hidden } = await makeWorld();
  await check();
  hidden.path = 'checkpoint';
  expect((await check()).alarm).toBeNull();
  hidden.path = '';
  const keyFor = deriveKeys(new Uint8Array(32).fill(9));
  await placeLeaves({ ...services, settings: { ...services.settings, keyFor } });
  expect((await check()).alarm).toMatchObject({ kind: 'key_changed' });
  await directory`update log_checkpoints set note = 'Please sign in to the network'`;
  expect((await check()).alarm).toMatchObject({ kind: 'key_changed' });
});

test('S57: a proof that is withheld for a day is an alarm, until it is given', async () => {
  const { services, check, hidden, clock } = await makeWorld();
  const { size } = await check();
  await growLog(services, 3);
  hidden.path = '/tile/';
  expect((await check()).alarm).toBeNull();
  clock.nowMs += 24 * HOUR;
  expect((await check()).alarm).toMatchObject({ kind: 'proof_withheld' });
  hidden.path = '';
  expect(await check()).toMatchObject({ alarm: null, size: size + 3 });
});
