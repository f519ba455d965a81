import { expect, test } from 'vitest';
import { borrowTestDatabases, createTestDatabases } from '#tests/fixtures/postgres.ts';
import { transact } from './transact.ts';

test('a second pair of databases is fresh and knows nothing of the first', async () => {
  const first = await borrowTestDatabases();
  await first.directory`create table rows (n int not null)`;
  const pair = await createTestDatabases();
  const [row] = await pair.directory`
    select (select count(*) from jobs) as jobs, to_regclass('rows') as rows`;
  await pair.drop();
  expect(row).toEqual({ jobs: 0n, rows: null });
});

test('two transactions that deadlock both commit, the loser on its second try', async () => {
  const { directory } = await borrowTestDatabases();
  await directory`create table rows (id int primary key, n int not null)`;
  await directory`insert into rows values (1, 0), (2, 0)`;
  const met = Promise.withResolvers<void>();
  let waiting = 0;
  const add = (first: number, second: number) =>
    transact(directory, async tx => {
      await tx`update rows set n = n + 1 where id = ${first}`;
      waiting += 1;
      if (waiting === 2) met.resolve();
      await met.promise;
      await tx`update rows set n = n + 1 where id = ${second}`;
    });
  await Promise.all([add(1, 2), add(2, 1)]);
  expect(waiting).toBe(3);
  expect([...(await directory`select n from rows`)]).toEqual([{ n: 2 }, { n: 2 }]);
});

test('serializable transactions that read what the other writes are run again until both hold', async () => {
  const { directory } = await borrowTestDatabases();
  await directory`create table rows (n int not null)`;
  const addCount = () =>
    transact(
      directory,
      async tx => {
        const [row] = await tx<{ count: bigint }[]>`select count(*) as count from rows`;
        await tx`insert into rows values (${Number(row?.count)})`;
      },
      { isolation: 'serializable', attempts: 50 },
    );
  await Promise.all([addCount(), addCount(), addCount(), addCount()]);
  const rows = await directory<{ n: number }[]>`select n from rows order by n`;
  expect(rows.map(row => row.n)).toEqual([0, 1, 2, 3]);
});

test('any other fault is thrown at once and leaves nothing', async () => {
  const { directory } = await borrowTestDatabases();
  await directory`create table rows (n int unique)`;
  let tries = 0;
  const doubled = transact(directory, async tx => {
    tries += 1;
    await tx`insert into rows values (1)`;
    await tx`insert into rows values (1)`;
  });
  await expect(doubled).rejects.toMatchObject({ code: '23505' });
  expect(tries).toBe(1);
  expect(await directory`select n from rows`).toHaveLength(0);
});

test('a transaction whose connection was lost writes nothing more, not even through another transaction', async () => {
  const { directory } = await borrowTestDatabases();
  await directory`create table rows (n int not null)`;
  const lost = Promise.withResolvers<void>();
  const late = Promise.withResolvers<unknown>();
  const broken = transact(directory, async tx => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await directory`select pg_terminate_backend(${row?.pid ?? 0})`;
    await lost.promise;
    const write = async () => await tx`insert into rows values (1)`;
    late.resolve(await write().catch((fault: unknown) => fault));
  });
  await expect(broken).rejects.toBeInstanceOf(Error);
  lost.resolve();
  expect(await late.promise).toBeInstanceOf(Error);
  // All connections are opened anew and are used by transactions of others.
  const others = Array.from({ length: 8 }, () =>
    transact(directory, async tx => await tx`select pg_sleep(0.01)`),
  );
  await Promise.all(others);
  expect(await directory`select n from rows`).toHaveLength(0);
});
