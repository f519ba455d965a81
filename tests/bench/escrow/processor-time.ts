import { readdirSync, readFileSync } from 'node:fs';
import type { Sql } from '#server/storage/sql.ts';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

interface Times {
  parent: number;
  /** Of the process itself and all its threads. */
  ownMs: number;
  /** Of its children that have ended. */
  endedMs: number;
}

/**
 * Processor time that the backends of `sql` have used so far, in milliseconds. It says what work costs however much the
 * machine does beside it, which no clock on the wall does. Zero where `/proc` does not tell.
 */
export async function readDatabaseCpu(sql: Sql): Promise<number> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = current_setting('application_name')`;
  return rows.reduce((total, { pid }) => total + readProcessCpu(pid), 0);
}

/** The same of a whole PostgreSQL: every backend, and those that write, checkpoint and vacuum. */
export async function readClusterCpu(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const postmaster = readTimes(row?.pid ?? 0)?.parent;
  if (postmaster === undefined) return 0;
  const main = readTimes(postmaster);
  let total = main ? main.ownMs + main.endedMs : 0;
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? readTimes(Number(name)) : null;
    if (times?.parent === postmaster) total += times.ownMs;
  }
  return total;
}

/** The same of one process. */
export function readProcessCpu(pid: number): number {
  return readTimes(pid)?.ownMs ?? 0;
}

function readTimes(pid: number): Times | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const fields = afterName.split(' ').map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, ownMs: (user + system) * TICK_MS, endedMs: (endedUser + endedSystem) * TICK_MS };
  } catch {
    return null;
  }
}
