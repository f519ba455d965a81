import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '#tests/bench/run-server.ts';
import type { Choices } from './choices.ts';

/**
 * Which processes die: the server alone; its database alone, under a server that lives on; both at once, as when the
 * machine's power fails. At a write it is whichever comes to its Nth one: of the database's processes, under a server
 * that lives on, or of all, and then all others die too.
 */
export const KILLS = [
  ...(['server', 'database', 'server and database'] as const),
  ...(['database at a write', 'all at a write'] as const),
] as const;
export type Kill = (typeof KILLS)[number];

/** Those after which the same server goes on. */
export function livesOn(kill: Kill): boolean {
  return kill.startsWith('database');
}

/** What this machine can do. */
export function listKills(): Kill[] {
  return KILLS.filter(kill => !kill.endsWith('at a write') || hasTracer());
}

/** How long a write may take to come before the plain kill does it. */
const WRITE_WITHIN_MS = 1500;

function hasTracer(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** Kills what `kill` names; a server that lives on may be without its database for a while then. */
export async function killProcesses(
  server: ServerProcess,
  dataDirectory: string,
  kill: Kill,
  choices: Choices,
): Promise<void> {
  const postmaster = readPostmaster(dataDirectory);
  const nth = 1 + choices.pick(40);
  if (kill === 'database at a write' && (await killAtWrite(listTree(postmaster), nth))) return;
  if (livesOn(kill)) return listTree(postmaster).forEach(endProcess);
  if (kill === 'all at a write') await killAtWrite([server.pid, ...listTree(postmaster)], nth);
  if (kill !== 'server') endProcess(postmaster);
  await server.kill();
}

function readPostmaster(dataDirectory: string): number {
  const [pid = ''] = readFileSync(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  if (!(Number(pid) > 1)) throw new Error('no database is running');
  return Number(pid);
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

/** Whether one of them came so far. */
async function killAtWrite(pids: readonly number[], count: number): Promise<boolean> {
  const inject = `inject=${WRITES}:signal=SIGKILL:when=${count}`;
  const args = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${WRITES}`, '-e', inject];
  const tracer = spawn('strace', [...args, ...pids.flatMap(pid => ['-p', String(pid)])], { stdio: 'ignore' });
  const deadline = performance.now() + WRITE_WITHIN_MS;
  while (performance.now() < deadline && pids.every(isAlive)) await pause(2);
  const died = !pids.every(isAlive);
  tracer.kill('SIGKILL');
  await new Promise(resolve => (tracer.exitCode === null ? tracer.once('exit', resolve) : resolve(null)));
  return died;
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
