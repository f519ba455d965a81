import { totalmem } from 'node:os';

const MB = 2 ** 20;

/** Bytes of memory that this process may use: the machine's, or less where a container or a service is given less. */
export function readMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/**
 * What PostgreSQL is given of a machine with so many bytes of memory. Its own settings are for the smallest machine
 * alive. None of these changes what a commit promises.
 */
export function sizeSettings(memoryBytes: number): Record<string, string> {
  const give = (part: number, [least, most]: [number, number]) =>
    `${Math.floor(Math.min(most, Math.max(least, memoryBytes / part / MB)))}MB`;
  return {
    // A quarter, so that the machine's own cache, Node and each connection's page tables keep the rest; more takes each start
    // longer (a tenth of a second for 4 GB), and the machine's cache serves nearly as well.
    shared_buffers: give(4, [32, 2048]),
    effective_cache_size: give(2, [64, Number.MAX_SAFE_INTEGER]),
    maintenance_work_mem: give(32, [64, 512]),
    // Checkpoints by the clock, and not for each gigabyte of whole pages that a busy hour writes.
    max_wal_size: give(4, [1024, 4096]),
    // Those of a machine may be reserved for somebody else, and where a container may not have them, PostgreSQL dies.
    huge_pages: 'off',
  };
}
