import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '#tests/bench/run-server.ts';
import type { Choices } from './choices.ts';

/**
 * Which processes die: the server alone; its database alone, under a server that lives on; both at once, as when the
 * machine's power fails; or whichever of them comes to its Nth write, and then all others.
 */
export const KILLS = ['server', 'database', 'server and database', 'at a write'] as const;
export type Kill = (typeof KILLS)[number];

/** How long a write may take to come before the plain kill does it. */
const WRITE_WITHIN_MS = 1500;

export function hasTracer(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** Kills what `kill` names: afterwards the server is gone, but for `database`, where another database is up. */
export async function killServer(
  server: ServerProcess,
  dataDirectory: string,
  kill: Kill,
  choices: Choices,
): Promise<void> {
  const postmaster = readPostmaster(dataDirectory);
  if (kill === 'at a write') await killAtWrite([server.pid, ...listTree(postmaster)], 1 + choices.pick(40));
  if (kill === 'database') {
    listTree(postmaster).forEach(endProcess);
    return await waitForAnother(dataDirectory, postmaster);
  }
  if (kill !== 'server') endProcess(postmaster);
  await server.kill();
}

function readPostmaster(dataDirectory: string): number {
  const [pid = ''] = readFileSync(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

const ANOTHER_WITHIN_MS = 60_000;

/** A process that the dead database left may still answer, so that an answer alone does not say that it is back. */
async function waitForAnother(dataDirectory: string, dead: number): Promise<void> {
  const deadline = performance.now() + ANOTHER_WITHIN_MS;
  while (performance.now() < deadline) {
    if (
      existsSync(join(dataDirectory, 'cluster', 'postmaster.pid')) &&
      readPostmaster(dataDirectory) !== dead
    )
      return;
    await pause(5);
  }
  throw new Error('the database was not started again');
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The tracer was first.
  }
}

function listTree(pid: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return [pid, ...children.split('\n').filter(Boolean).map(Number)];
}

const WRITES = 'pwrite64,fdatasync,write,writev,sendto,sendmsg';

async function killAtWrite(pids: readonly number[], count: number): Promise<void> {
  const inject = `inject=${WRITES}:signal=SIGKILL:when=${count}`;
  const args = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${WRITES}`, '-e', inject];
  const tracer = spawn('strace', [...args, ...pids.flatMap(pid => ['-p', String(pid)])], { stdio: 'ignore' });
  const deadline = performance.now() + WRITE_WITHIN_MS;
  while (performance.now() < deadline && pids.every(isAlive)) await pause(2);
  tracer.kill('SIGKILL');
  await new Promise(resolve => (tracer.exitCode === null ? tracer.once('exit', resolve) : resolve(null)));
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
