import { readFileSync } from 'node:fs';
import type { Sql } from '#server/storage/sql.ts';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/**
 * Processor time that the backends of `sql` have used so far, in milliseconds. It says what work costs however much the
 * machine does beside it, which no clock on the wall does. Zero where `/proc` does not tell.
 */
export async function readDatabaseCpu(sql: Sql): Promise<number> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = current_setting('application_name')`;
  return rows.reduce((total, { pid }) => total + readCpu(pid), 0);
}

function readCpu(pid: number): number {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const fields = afterName.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}
