import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PARTY, reachTestKeeper, serveTestKeeper } from '#tests/fixtures/remote-vault.ts';
import { makeRecord, ONE, openTestGuard, openTestVault, testRandom } from '#tests/fixtures/test-vault.ts';
import { borrowFolder } from '#tests/fixtures/vault-stores.ts';
import { type CallHead, sealMessage } from './channel.ts';
import { makeKeyLearner } from './learn-public-key.ts';

const UNREACHABLE = { refused: 'unreachable' };

/** A call as it goes over the wire, so that a test can change it. */
function makeCall(
  change: Partial<CallHead> = {},
  body: unknown = { call: 'describe', ask: {} },
  party = PARTY,
) {
  const nonce = Buffer.from(testRandom(16)).toString('hex');
  const head = { party: PARTY.id, atMs: Date.now(), nonce, ...change };
  const sealed = sealMessage('request', party, head, body, testRandom);
  const headers = {
    'wayveil-party': head.party,
    'wayveil-at': String(head.atMs),
    'wayveil-nonce': head.nonce,
  };
  return { headers, body: new Uint8Array(sealed) };
}

async function openServed(change: Parameters<typeof serveTestKeeper>[1] = {}) {
  const world = await openTestVault();
  const served = await serveTestKeeper(world.keeper, change);
  const port = 'port' in served.address ? served.address.port : 0;
  const post = async (call: { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', ...call });
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  };
  return { ...world, served, post };
}

test.each(['a port', 'a Unix socket'])(
  'S6: the vault as another process, on %s, answers as one in this process',
  async kind => {
    const path = join(borrowFolder('socket'), 'vault.sock');
    const world = await openServed(kind === 'a port' ? {} : { address: { socketPath: path } });
    const { keeper } = reachTestKeeper(world.served.address);
    const vault = await openTestGuard(world.directory, keeper);
    expect(await vault.putRecord(ONE, makeRecord('Over there'))).toBe('written');
    expect(await vault.getRecord(ONE)).toEqual(makeRecord('Over there'));
    expect((await vault.readStatus()).stores).toEqual({ first: true, second: true, files: true });
    expect(await vault.checkPage(null)).toMatchObject({ checked: 1, mended: 0 });
    expect(await vault.eraseRecord(ONE)).toBe('erased');
    expect(await vault.getRecord(ONE)).toBeNull();
  },
);

test('S7: a call of a stranger, changed, late or repeated is turned away and learns nothing', async () => {
  const { post, served } = await openServed();
  const stranger = { id: PARTY.id, key: new Uint8Array(32).fill(1) };
  const call = makeCall();
  const changed = {
    ...call,
    body: Uint8Array.from(call.body, (byte, place) => (place === 30 ? byte ^ 1 : byte)),
  };
  const renamed = { ...call, headers: { ...call.headers, 'wayveil-nonce': 'f'.repeat(32) } };
  const calls = {
    stranger: makeCall({}, undefined, stranger),
    unknown: makeCall({ party: 'other' }),
    ...{ changed, renamed },
    late: makeCall({ atMs: Date.now() - 61_000 }),
    early: makeCall({ atMs: Date.now() + 120_000 }),
    headless: { headers: {}, body: call.body },
    large: makeCall({}, { call: 'describe', ask: { filling: 'x'.repeat(70_000) } }),
    senseless: makeCall({}, { call: 'toString', ask: {} }),
    misshapen: makeCall({}, { call: 'erase', ask: { personId: 'nobody' } }),
  };
  const statuses: Record<string, number> = {};
  for (const [name, one] of Object.entries(calls)) {
    const { status, body } = await post(one);
    expect(body).toHaveLength(0);
    statuses[name] = status;
  }
  expect(statuses).toEqual({
    ...{ stranger: 401, unknown: 401, changed: 401, renamed: 401, late: 401, early: 401 },
    ...{ headless: 400, large: 413, senseless: 400, misshapen: 400 },
  });
  expect((await post(call)).status).toBe(200);
  expect((await post(call)).status).toBe(401);
  expect(served.log.lines.join()).toContain('repeated');
});

test('a party that calls too often is turned away until the next second', async () => {
  const clock = { nowMs: Date.now() };
  const { post } = await openServed({ callsPerSecond: 3, clock: () => clock.nowMs });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await post(makeCall())).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  clock.nowMs += 1000;
  expect((await post(makeCall())).status).toBe(200);
});

test('no word of a record can be read on the way', async () => {
  const { post, served, directory } = await openServed();
  const seen: Buffer[] = [];
  const relay = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = new Uint8Array(Buffer.concat(chunks));
      const answer = await post({ headers: { ...request.headers } as Record<string, string>, body });
      seen.push(Buffer.from(body), answer.body);
      response.writeHead(answer.status).end(answer.body);
    });
  });
  const port = await listenOn(relay);
  expect(served.address).not.toMatchObject({ port });
  const { keeper } = reachTestKeeper({ host: '127.0.0.1', port });
  const vault = await openTestGuard(directory, keeper);
  expect(await vault.putRecord(ONE, makeRecord('Okonkwo'))).toBe('written');
  expect(await vault.getRecord(ONE)).toEqual(makeRecord('Okonkwo'));
  expect(seen.length).toBeGreaterThanOrEqual(6);
  const bytes = Buffer.concat(seen).toString('latin1');
  for (const word of ['Okonkwo', 'Thistlewood', ONE, 'destination1']) expect(bytes).not.toContain(word);
});

test('an answer that is forged, cut, of another call or none is no answer', async () => {
  const { post } = await openServed();
  const earlier = (await post(makeCall())).body;
  const answers = [earlier, Buffer.from('{}'), Buffer.alloc(0), Buffer.alloc(80_000)];
  for (const answer of answers) {
    const liar = createServer((_request, response) => response.writeHead(200).end(answer));
    const { keeper } = reachTestKeeper({ host: '127.0.0.1', port: await listenOn(liar) });
    expect(await keeper.describe({})).toEqual(UNREACHABLE);
  }
  const mute = createServer(() => undefined);
  const port = await listenOn(mute);
  const { keeper, log } = reachTestKeeper({ host: '127.0.0.1', port }, { answerWithinMs: 100 });
  expect(await keeper.describe({})).toEqual(UNREACHABLE);
  expect(log.lines.join()).toContain('vault_away');
});

test('S9: while the vault is away writes wait, sealed to the key that it told before', async () => {
  const { directory, served, keeper: local } = await openServed();
  const { keeper } = reachTestKeeper(served.address, { answerWithinMs: 500 });
  const path = join(borrowFolder('keys'), 'keys', 'vault-public');
  const told = await makeKeyLearner(keeper, path)();
  await served.close();
  expect(await makeKeyLearner(keeper, null)()).toBeNull();
  expect(await makeKeyLearner(keeper, path)()).toBe(told);
  const away = await openTestGuard(directory, { ...keeper, describe: local.describe });
  expect(await away.putRecord(ONE, makeRecord('Waits'))).toBe('staged');
  expect(await away.getRecord(ONE)).toBe('unreachable');
  const back = await openTestGuard(directory, local);
  expect(await back.catchUp()).toBe(1);
  expect(await back.getRecord(ONE)).toEqual(makeRecord('Waits'));
});

async function listenOn(server: ReturnType<typeof createServer>): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
