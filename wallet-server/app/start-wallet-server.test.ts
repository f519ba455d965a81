import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { countCosignatures } from '#shared/log/cosignatures.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { growLog } from '#tests/fixtures/rewritten-log.ts';
import { makeTestLog, makeTestSettings } from '#tests/fixtures/server-settings.ts';
import { startWitness } from '#tests/world/witness.ts';
import { makeLogSigner } from '../log/log-signer.ts';
import { startWalletServer } from './start-wallet-server.ts';

async function get(port: number, path: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  request({ host: '127.0.0.1', port, path }, response => {
    let body = '';
    response.on('data', chunk => {
      body += chunk;
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
  })
    .on('error', reject)
    .end();
  return await promise;
}

test('the server answers on a free port under its own name, says that it is ready, and stops', async () => {
  const { directory, vault } = await borrowTestDatabases();
  const log = makeTestLog();
  const server = await startWalletServer(makeTestSettings(), { log, storage: { directory, vault } });
  expect(server.origin).toBe(`http://wallet.localhost:${server.port}`);
  expect(server.smtpPort).toBeGreaterThan(0);
  expect(await get(server.port, '/healthz')).toEqual({ status: 200, body: '{}' });
  expect(await get(server.port, '/')).toEqual({ status: 302, body: '' });
  const ready = await get(server.port, '/readyz');
  expect(JSON.parse(ready.body)).toEqual({
    directory: true,
    vault: true,
    vaultStores: { first: true, second: true, files: true },
    mail: true,
  });
  await server.close();
  await expect(get(server.port, '/healthz')).rejects.toThrow();
});

test('S57: a running server brings its log to a witness, and serves what that one signed', async () => {
  const { directory, vault } = await borrowTestDatabases();
  const witness = await startWitness();
  onTestFinished(() => witness.close());
  const settings = makeTestSettings({ logWitnesses: [witness], origin: 'https://wallet.example' });
  const server = await startWalletServer(settings, { log: makeTestLog(), storage: { directory, vault } });
  onTestFinished(() => server.close());
  witness.watch(makeLogSigner(server.services.settings).key);
  await growLog(server.services, 3);
  await server.runDueJobs();
  const { body } = await get(server.port, '/log/checkpoint');
  expect(await countCosignatures(body, [witness.key])).toBe(1);
});

test('a port that is taken is told, and nothing stays open', async () => {
  const { directory, vault } = await borrowTestDatabases();
  const ports = { log: makeTestLog(), storage: { directory, vault } };
  const first = await startWalletServer(makeTestSettings(), ports);
  const taken = makeTestSettings({ port: first.port });
  await expect(startWalletServer(taken, ports)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
});
