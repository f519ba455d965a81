import { request } from 'node:http';
import { expect, test } from 'vitest';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { makeTestLog, makeTestSettings } from '#tests/fixtures/server-settings.ts';
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

test('a port that is taken is told, and nothing stays open', async () => {
  const { directory, vault } = await borrowTestDatabases();
  const ports = { log: makeTestLog(), storage: { directory, vault } };
  const first = await startWalletServer(makeTestSettings(), ports);
  const taken = makeTestSettings({ port: first.port });
  await expect(startWalletServer(taken, ports)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
});
