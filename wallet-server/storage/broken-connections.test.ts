import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openPool, type Sql } from './sql.ts';
import { ADMIN_ROLE } from './supervisor/cluster-folder.ts';

interface Line {
  sql: Sql;
  /** Resets the connections that are open, as a database that dies does. */
  reset(): void;
  /** Ends them in order, as a database that stops does. */
  end(): void;
}

/** A pool of one connection that reaches the run's cluster over a line that can be cut. */
async function openLine(): Promise<Line> {
  const { socketPath, passwords } = inject('testCluster');
  const callers = new Set<Socket>();
  const server = createServer(caller => {
    const database = connect(socketPath);
    callers.add(caller);
    for (const end of [caller, database]) end.on('error', () => undefined);
    caller.on('close', () => callers.delete(caller) && database.destroy());
    caller.pipe(database).pipe(caller);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `postgres://${ADMIN_ROLE}:${encodeURIComponent(passwords.admin)}@127.0.0.1:${port}/postgres`;
  const sql = openPool({ url }, { connections: 1, name: 'test' });
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    server.close();
  });
  return {
    sql,
    reset: () => callers.forEach(caller => void caller.resetAndDestroy()),
    end: () => callers.forEach(caller => void caller.end()),
  };
}

const CUTS = ['reset', 'end'] as const;

test.each(CUTS)(
  'a connection that is lost by %s answers what is asked at that moment, and all after it',
  async cut => {
    const line = await openLine();
    await line.sql`select 1`;
    const slow = line.sql`select pg_sleep(60)`;
    // The caller goes on in the very turn in which it is told: the driver is between the fault and the end of its socket.
    const next = slow.catch(() => line.sql`select 2 as n`);
    line[cut]();
    await next.catch(() => undefined);
    for (const n of [3, 4]) expect(await line.sql`select ${n}::int as n`).toEqual([{ n }]);
  },
);

test.each(CUTS)('a transaction whose connection is lost by %s leaves a connection that works', async cut => {
  const line = await openLine();
  const fault = await line.sql
    .begin(async tx => {
      const slow = tx`select pg_sleep(60)`.catch(() => tx`select 2 as n`);
      line[cut]();
      await slow;
    })
    .catch((lost: unknown) => lost);
  expect(fault).toBeInstanceOf(Error);
  for (const n of [3, 4]) expect(await line.sql`select ${n}::int as n`).toEqual([{ n }]);
});
