import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';
import { isPostmasterOf, readPidFile, removePidFile } from './pid-file.ts';
import { PROGRAM_ENVIRONMENT, runAs } from './program.ts';
import { setBatchPolicy } from './set-batch-policy.ts';
import { SOCKET_PORT, socketPathIn } from './socket-directory.ts';

export interface PostmasterSettings {
  cluster: string;
  socketDirectory: string;
  logPath: string;
  binaries: Binaries;
  identity: Identity;
  /** Server settings beside ours, such as `{ max_connections: '200' }`. */
  serverSettings: Record<string, string>;
  /** More of them, sized for this machine; a start that fails is tried without them. */
  sizedSettings: Record<string, string>;
}

const POLL_MS = 15;
const LOG_LIMIT_BYTES = 10_000_000;
/** For one whose start is given up. */
const STOP_DEADLINE_MS = 30_000;

/** Never on the network; never a value of a row or of a query in the log. */
const FIXED_SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: String(SOCKET_PORT),
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length_on_error: '0',
};

/** Starts the server and returns at once; it may still be recovering. No other may run on the folder: see `stopLeftover`. */
export async function spawnPostmaster(settings: PostmasterSettings): Promise<ChildProcess> {
  await clearSocket(settings.socketDirectory);
  await rotateLog(settings.logPath);
  const log = await open(settings.logPath, 'a', 0o600);
  const values = {
    ...settings.sizedSettings,
    ...settings.serverSettings,
    ...FIXED_SETTINGS,
    unix_socket_directories: settings.socketDirectory,
  };
  const words = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const child = spawn(settings.binaries.postgres, ['-D', settings.cluster, ...words], {
      cwd: settings.cluster,
      env: PROGRAM_ENVIRONMENT,
      // A group of its own: an interrupt at the terminal reaches us alone, and we stop it in order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...runAs(settings.identity),
    });
    await once(child, 'spawn');
    if (child.pid !== undefined) await setBatchPolicy(child.pid);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/**
 * The socket has a pid file of its own, which deceives as the cluster's does. The folder is ours alone and its
 * postmaster is gone, so whatever lies there is left over.
 */
async function clearSocket(directory: string): Promise<void> {
  const path = socketPathIn(directory);
  await Promise.all([rm(path, { force: true }), rm(`${path}.lock`, { force: true })]);
}

async function rotateLog(path: string): Promise<void> {
  const size = await stat(path).then(
    found => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
}

/**
 * Waits until the server accepts connections, through crash recovery if need be.
 * @returns false when it ended instead; true before it is ready when `stopping` aborts: it is to be stopped anyway.
 * @throws Error when the deadline passes; by then the server has stopped.
 */
export async function waitUntilReady(
  child: ChildProcess,
  cluster: string,
  deadlineMs: number,
  stopping: AbortSignal,
): Promise<boolean> {
  const giveUpAt = performance.now() + deadlineMs;
  while (!hasEnded(child)) {
    if (stopping.aborted) return true;
    const file = await readPidFile(cluster);
    if (file?.pid === child.pid && file?.ready) return true;
    if (performance.now() > giveUpAt) {
      await stopChild(child, STOP_DEADLINE_MS);
      throw new Error(`PostgreSQL did not accept connections within ${deadlineMs} ms`);
    }
    await pause(POLL_MS);
  }
  return false;
}

export async function stopChild(child: ChildProcess, deadlineMs: number): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  await stopProcess(child.pid, () => !hasEnded(child), deadlineMs);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * Stops whatever postmaster a dead process of ours left on the cluster, and clears a pid file that names a stranger
 * (PostgreSQL would take the stranger for a postmaster and refuse). Call it only while holding the folder's lock.
 */
export async function stopLeftover(
  cluster: string,
  deadlineMs: number,
): Promise<'none' | 'stranger' | 'stopped'> {
  const file = await readPidFile(cluster);
  if (file === undefined) return 'none';
  if (!(await isPostmasterOf(file.pid, cluster))) {
    if (!isAlive(file.pid)) return 'none';
    await removePidFile(cluster);
    return 'stranger';
  }
  await stopProcess(file.pid, () => isPostmasterOf(file.pid, cluster), deadlineMs);
  return 'stopped';
}

/** Fast shutdown; after the deadline immediate shutdown, from which the next start recovers. */
export async function stopProcess(
  pid: number,
  isRunning: () => boolean | Promise<boolean>,
  deadlineMs: number,
): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalIfAlive(pid, signal);
    const giveUpAt = performance.now() + deadlineMs;
    while (await isRunning()) {
      if (performance.now() > giveUpAt) break;
      await pause(POLL_MS);
    }
    if (!(await isRunning())) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

/** The last lines of the server's log, to explain a start that failed. */
export async function readLogTail(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}
