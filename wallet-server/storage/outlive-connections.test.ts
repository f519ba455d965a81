import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

/** `AuthenticationOk` and `ReadyForQuery` (PostgreSQL protocol 3.0). */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/** A database that lets everybody in, and is killed at their first query. */
async function openDyingDatabase(): Promise<string> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(WELCOME);
      socket.once('data', () => socket.resetAndDestroy());
    });
  });
  onTestFinished(() => {
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `postgres://user:word@127.0.0.1:${(server.address() as AddressInfo).port}/directory`;
}

async function runAgainst(url: string, how: string): Promise<unknown> {
  const child = spawn(process.execPath, ['wallet-server/storage/outlive-connections.fixture.ts', url, how], {
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return code;
}

test('a process outlives a database that dies while a connection is prepared', async () => {
  const url = await openDyingDatabase();
  expect(await runAgainst(url, 'outlives')).toBe(0);
  // As long as this fails, the driver needs it.
  expect(await runAgainst(url, 'does not')).toBe(1);
});
