/**
 * Keeps the process alive where a connection breaks while the driver prepares it: `postgres` then reads the types of
 * arrays in a promise that it gives to nobody, so that its failing would end the process. Whoever wanted the connection
 * is told by a promise of their own. Any other rejection that nobody awaits ends the process, as Node would.
 */
export function outliveBrokenConnections(): void {
  process.on('unhandledRejection', fault => {
    if (!isOfPreparation(fault)) throw fault;
  });
}

/** The driver names the query that a fault belongs to. */
function isOfPreparation(fault: unknown): boolean {
  return fault instanceof Error && 'query' in fault && /\bpg_catalog\.pg_type\b/.test(String(fault.query));
}
