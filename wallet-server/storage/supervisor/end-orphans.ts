import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 15;
const WITHIN_MS = 2_000;

/**
 * Ends what a dead postmaster left of itself on `cluster`. Its processes end by themselves when they notice its death,
 * but one that waits for a lock of a killed neighbour, or is stopped, never does; and while it lives, it holds the
 * shared memory and no postmaster starts. Linux alone tells whose folder a process works in. Call it only while no
 * postmaster runs on the cluster.
 * @returns how many there were.
 */
export async function endOrphans(cluster: string): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const orphans = await listOrphans(cluster);
  for (const pid of orphans) endProcess(pid);
  const giveUpAt = performance.now() + WITHIN_MS;
  while ((await listOrphans(cluster)).length > 0 && performance.now() < giveUpAt) await pause(POLL_MS);
  return orphans.length;
}

async function listOrphans(cluster: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter(name => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async pid => ((await isOrphan(pid, cluster)) ? [pid] : [])));
  return found.flat();
}

/** A process of PostgreSQL keeps its cluster as working folder, and says `postgres: …` or the program's path of itself. */
async function isOrphan(pid: number, cluster: string): Promise<boolean> {
  if ((await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) !== cluster) return false;
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  return /^postgres: |(^|\/)postgres$/.test(words[0] ?? '');
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It noticed by itself.
  }
}
