import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfPresent } from '../read-if-present.ts';

export interface PidFile {
  pid: number;
  /** True once the server accepts connections. */
  ready: boolean;
}

const run = promisify(execFile);

/** What `postmaster.pid` of a cluster says: line 1 the process, line 8 its status. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readIfPresent(join(cluster, 'postmaster.pid'));
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
}

export async function removePidFile(cluster: string): Promise<void> {
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Whether a process is the postmaster of this very cluster. The number alone proves nothing: after a crash the system
 * gives it to others. A process that ended and was not yet collected by its parent is none.
 */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  const words = await readCommandLine(pid);
  if (!/(^|\/)(postgres|postmaster)$/.test(words[0] ?? '')) return false;
  if (words.includes(cluster)) return true;
  return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === cluster;
}

async function readCommandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.split('\0');
  }
  const listed = await run('ps', ['-ww', '-p', String(pid), '-o', 'command=']).catch(() => undefined);
  return listed?.stdout.trim().split(' ') ?? [];
}
