import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readTrialBalance } from '#server/ledger/trial-balance.ts';
import { ROLES } from '#server/storage/create-databases.ts';
import { keepCredentials } from '#server/storage/credentials.ts';
import { openPool, type Sql } from '#server/storage/sql.ts';
import { chooseIdentity } from '#server/storage/supervisor/identity.ts';
import { makeSocketDirectory, socketPathIn } from '#server/storage/supervisor/socket-directory.ts';

const STUCK_AFTER_MS = 20_000;
const POLL_MS = 100;

/** A pool of our own to the directory of the server that runs on `dataDirectory`. */
export async function openServersDirectory(dataDirectory: string, connections: number): Promise<Sql> {
  const folder = realpathSync(dataDirectory);
  const socketPath = socketPathIn(await makeSocketDirectory(folder, await chooseIdentity(undefined)));
  if (!lstatSync(socketPath).isSocket()) throw new Error(`${socketPath} is no socket`);
  const { directory: password } = await keepCredentials(folder, randomBytes);
  const address = { socketPath, database: 'directory', user: ROLES.directory, password };
  return openPool(address, { connections, name: 'bench' });
}

/** Letters and other work that is due, or under way. */
export async function countJobs(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from jobs
    where state <> 'dead' and (run_at_ms <= ${Date.now()} or lease is not null)`;
  return row?.count ?? 0;
}

/** Letters that the outbox keeps. */
export async function countLetters(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from outbox_mails`;
  return row?.count ?? 0;
}

/** Waits until the server has done all that is due (mails), or did none of it for 20 seconds; gives what is left. */
export async function drainJobs(sql: Sql): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    const count = await countJobs(sql);
    if (count < fewest) movedAt = performance.now();
    fewest = Math.min(fewest, count);
    if (count === 0 || performance.now() - movedAt > STUCK_AFTER_MS) return count;
    await pause(POLL_MS);
  }
}

/** What must hold after a load, each as a sentence where it does not. */
export async function findDefects(sql: Sql, lives: number): Promise<string[]> {
  const defects: string[] = [];
  for (const { currency, totalMinor, driftMinor, pendingMinor } of await readTrialBalance(sql)) {
    if (totalMinor === 0n && driftMinor === 0n && pendingMinor === 0n) continue;
    defects.push(`the ledger is off in ${currency}: ${totalMinor}, ${driftMinor}, ${pendingMinor}`);
  }
  const [closed] = await sql<{ count: number }[]>`
    select count(*)::int as count from purchases where state = 'closed'`;
  if (closed?.count !== lives) defects.push(`${lives} purchases were lived, ${closed?.count} are closed`);
  const [database] = await sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  if (database?.deadlocks !== 0) defects.push(`${database?.deadlocks} deadlocks`);
  const [dead] = await sql<{ count: number }[]>`select count(*)::int as count from jobs where state = 'dead'`;
  if (dead?.count !== 0) defects.push(`${dead?.count} jobs were given up`);
  return defects;
}
