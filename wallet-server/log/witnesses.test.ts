import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { countCosignatures } from '#shared/log/cosignatures.ts';
import { formatNoteKey } from '#shared/log/note.ts';
import { growLog, placeLeaves, rewriteLog } from '#tests/fixtures/rewritten-log.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { startWitness, type Witness } from '#tests/world/witness.ts';
import { readCondition } from '../operators/read-condition.ts';
import { bringCheckpoints } from './bring-checkpoints.ts';
import { makeLogSigner } from './log-signer.ts';
import { runVerifier } from './verifier/run-verifier.ts';

/** A log of `count` leaves, and `size` witnesses that watch it. */
async function openWitnessed({ count = 10, size = 1, logQuorum = 0 } = {}) {
  const witnesses: Witness[] = [];
  for (let index = 1; index <= size; index += 1) {
    const witness = await startWitness(`witness.example/w${index}`);
    onTestFinished(() => witness.close());
    witnesses.push(witness);
  }
  const logWitnesses = witnesses.map(({ key, url }) => ({ key, url }));
  const server = await openTestApp({ logWitnesses, logQuorum });
  const { services } = server;
  for (const witness of witnesses) witness.watch(makeLogSigner(services.settings).key);
  if (count > 0) await growLog(services, count);
  else await placeLeaves(services);
  const bring = async () => {
    // Whoever failed rests a while.
    server.clock.nowMs += 11 * 60_000;
    return await bringCheckpoints(services);
  };
  const readServed = async () => await (await server.fetch(`${server.origin}/log/checkpoint`)).text();
  const readChecks = async () => {
    const { checks } = await readCondition(services, false);
    const find = (name: string) => checks.find(({ check }) => check === name)?.state;
    return { witnessed: find('log_witnessed'), undisputed: find('log_undisputed') };
  };
  const [first] = witnesses;
  if (!first) throw new Error('no witness');
  return { ...server, services, witnesses, first, bring, readServed, readChecks };
}

const listCosigned = (keys: Witness[], text: string) =>
  countCosignatures(
    text,
    keys.map(({ key }) => key),
  );

test('S57: a checkpoint is brought to every witness, and served with what they signed', async () => {
  const { services, witnesses, bring, readServed, readChecks } = await openWitnessed({ size: 3 });
  expect(await bring()).toBe(3);
  expect(await listCosigned(witnesses, await readServed())).toBe(3);
  expect(await bring()).toBe(0);
  await growLog(services, 300);
  expect(await bring()).toBe(3);
  const served = await readServed();
  expect(served.split('\n')[1]).toBe('310');
  expect(await listCosigned(witnesses, served)).toBe(3);
  for (const { calls } of witnesses)
    expect(calls).toEqual([
      { old: 'old 0', status: 200 },
      { old: 'old 10', status: 200 },
    ]);
  expect(await readChecks()).toEqual({ witnessed: 'passed', undisputed: 'passed' });
});

test('a log without a leaf is brought to nobody', async () => {
  const { bring, first } = await openWitnessed({ count: 0 });
  expect(await bring()).toBe(0);
  expect(first.calls).toEqual([]);
});

test('any number of processes bring a checkpoint once', async () => {
  const { services, first } = await openWitnessed();
  const brought = await Promise.all([1, 2, 3, 4].map(() => bringCheckpoints(services)));
  expect(brought.sort()).toEqual([0, 0, 0, 1]);
  expect(first.calls).toHaveLength(1);
});

test('S57: a witness that stands elsewhere says where, and is given the proof from there', async () => {
  const { services, bring, first } = await openWitnessed();
  await bring();
  await growLog(services, 40);
  // The process died between the answer and its row.
  await services.directory`update log_witnesses set size = 0, cosigned_at_ms = null`;
  expect(await bring()).toBe(1);
  expect(first.calls.slice(1)).toEqual([
    { old: 'old 0', status: 409 },
    { old: 'old 10', status: 200 },
  ]);
});

test('S57: a rewritten log gets no cosignature, and the doctor says so', async () => {
  const { services, bring, first, readServed, readChecks, witnesses } = await openWitnessed({ count: 300 });
  await bring();
  await rewriteLog(
    services,
    sql => sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
  );
  await growLog(services, 5);
  expect(await bring()).toBe(0);
  expect(first.calls.at(-1)).toEqual({ old: 'old 300', status: 422 });
  expect(await listCosigned(witnesses, await readServed())).toBe(0);
  expect((await readChecks()).undisputed).toBe('failed');
});

test('S57: a log that was put back is told of by whoever saw more of it', async () => {
  const { services, bring, first, readChecks } = await openWitnessed({ count: 300 });
  await bring();
  await rewriteLog(services, sql => sql`delete from log_leaves where leaf_index >= 200`);
  expect(await bring()).toBe(0);
  expect(first.calls.at(-1)).toEqual({ old: 'old 200', status: 409 });
  expect((await readChecks()).undisputed).toBe('failed');
});

test('S57: another tree of the same size is refused, and told of', async () => {
  const { services, bring, readChecks } = await openWitnessed({ count: 300 });
  await bring();
  await rewriteLog(
    services,
    sql => sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
  );
  await services.directory`update log_witnesses set cosigned_at_ms = null`;
  expect(await bring()).toBe(0);
  expect((await readChecks()).undisputed).toBe('failed');
});

test.each(['silent', 'wrong_signature', 'other_key', 'garbage', 'endless'] as const)(
  'a witness that is %s adds nothing, rests longer each time, and counts again once it is well',
  async fault => {
    const { bring, clock, first, readServed, readChecks, services, witnesses } = await openWitnessed();
    first.fault = fault;
    expect(await bring()).toBe(0);
    expect(await listCosigned(witnesses, await readServed())).toBe(0);
    const [row] = await services.directory`select failures, next_at_ms from log_witnesses`;
    expect(row).toEqual({ failures: 1, next_at_ms: BigInt(clock.nowMs + 2000) });
    expect(await bringCheckpoints(services)).toBe(0);
    clock.nowMs += 31 * 60_000;
    expect(await readChecks()).toEqual({ witnessed: 'warned', undisputed: 'passed' });
    first.fault = null;
    expect(await bring()).toBe(1);
    expect(await listCosigned(witnesses, await readServed())).toBe(1);
    expect(await readChecks()).toEqual({ witnessed: 'passed', undisputed: 'passed' });
  },
);

test('S57: where witnesses are needed, the checkpoint that is served has enough of them, while they answer', async () => {
  const { bring, clock, readServed, services, witnesses } = await openWitnessed({ size: 3, logQuorum: 2 });
  const [one, two] = witnesses;
  if (!one || !two) throw new Error('three witnesses');
  one.fault = 'silent';
  expect(await bringCheckpoints(services)).toBe(2);
  await growLog(services, 20);
  expect((await readServed()).split('\n')[1]).toBe('10');
  two.fault = 'silent';
  await bringCheckpoints(services);
  expect((await readServed()).split('\n')[1]).toBe('10');
  // Ten minutes on, an old log is no longer shown as the present one.
  clock.nowMs += 11 * 60_000;
  expect((await readServed()).split('\n')[1]).toBe('30');
  two.fault = null;
  await bring();
  const served = await readServed();
  expect(served.split('\n')[1]).toBe('30');
  expect(await listCosigned(witnesses, served)).toBe(2);
});

test('S57: verify-log asks for the witnesses that it is told of, and for no others', async () => {
  const { app, bring, first, witnesses } = await openWitnessed({ size: 2 });
  await app.ready();
  const server = createServer((request, response) => app.routing(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  const verify = async (...more: string[]) => {
    const lines: string[] = [];
    const args = ['--origin', `http://wallet.localhost:${port}`, ...more];
    const code = await runVerifier(args, line => lines.push(line));
    return { code, said: lines.join('\n') };
  };
  const named = witnesses.flatMap(({ key }) => ['--witness', formatNoteKey(key)]);
  expect(await verify()).toMatchObject({ code: 0 });
  expect((await verify(...named)).said).toContain('WRONG: 0 of the 2 witnesses');
  first.fault = 'silent';
  await bring();
  expect(await verify(...named)).toMatchObject({ code: 1 });
  const one = await verify(...named, '--quorum', '1');
  expect(one).toMatchObject({ code: 0 });
  expect(one.said).toContain('Witness witness.example/w2 saw the same.');
  expect(await verify(...named, '--quorum', '3')).toMatchObject({ code: 2 });
  expect(await verify('--witness', 'nonsense')).toMatchObject({ code: 2 });
});
