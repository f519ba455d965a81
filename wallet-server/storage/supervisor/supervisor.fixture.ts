import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import { openStorage, type Storage, type StorageSettings } from '../open-storage.ts';
import { removeDataFolder } from './data-folder.fixture.ts';
import { isPostmasterOf, readPidFile } from './pid-file.ts';

export const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function makeFolder(parent = tmpdir()): Promise<string> {
  const folder = await realpath(await mkdtemp(join(parent, 'wayveil-supervisor-')));
  onTestFinished(() => removeDataFolder(folder));
  return folder;
}

export async function open(settings: StorageSettings): Promise<Storage> {
  const storage = await openStorage(settings, { logger: QUIET });
  onTestFinished(() => storage.close());
  return storage;
}

export interface Server {
  child: ChildProcess;
  /** The next line that the server process prints. */
  nextLine(): Promise<string>;
}

/** A server process of ours, with a life of its own to lose. */
export function startServer(dataDirectory: string): Server {
  const script = join(import.meta.dirname, 'server-process.fixture.ts');
  const child = spawn(process.execPath, [script, dataDirectory], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, nextLine: async () => String((await lines.next()).value) };
}

export async function kill(server: Server): Promise<void> {
  server.child.kill('SIGKILL');
  await once(server.child, 'exit');
}

export async function postmasterOf(folder: string): Promise<number> {
  const file = await readPidFile(join(folder, 'cluster'));
  if (file === undefined) throw new Error('no postmaster');
  return file.pid;
}

export async function untilGone(pid: number, folder: string): Promise<void> {
  await expect
    .poll(() => isPostmasterOf(pid, join(folder, 'cluster')), { interval: 10, timeout: 10_000 })
    .toBe(false);
}
