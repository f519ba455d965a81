/** Work that is due for longer than this is stuck: the worker polls every second, the timers every few. */
export const STUCK_AFTER_MS = 5 * 60_000;

export interface CountRow {
  count: bigint;
}

/** The number of a `select count(*)`. */
export async function countRows(rows: Promise<readonly CountRow[]>): Promise<number> {
  const [row] = await rows;
  return Number(row?.count ?? 0n);
}
