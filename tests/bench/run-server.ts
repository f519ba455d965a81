import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeDataFolder } from '#server/storage/supervisor/data-folder.fixture.ts';
import { findFreePort } from '#tests/world/free-port.ts';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;
const POLL_MS = 5;

/** A wallet server as a process of its own, with its embedded database. */
export interface ServerProcess {
  /** As browsers and proofs name it. */
  origin: string;
  /** From the start of the process to the first 200 of `/readyz`. */
  readyAfterMs: number;
  /** What it logged at `warn` and above. */
  complaints(): readonly string[];
  pid: number;
  /** Until `/readyz` answers 200 again, after its database was taken away. */
  waitUntilReady(): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL: nothing is ended in order. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A temporary folder that the database's own user can reach, and what removes it. */
export function makeDataFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'wayveil-bench-'));
  chmodSync(folder, 0o755);
  const path = join(folder, 'data');
  const remove = () => {
    removeDataFolder(path);
    rmSync(folder, { recursive: true, force: true });
  };
  return { path, remove };
}

/** Starts `node wallet-server/main.ts`, or another `script`, and waits until it is ready. It ends with this process at the latest. */
export async function runServer(
  dataDirectory: string,
  variables: Readonly<Record<string, string>> = {},
  script = 'wallet-server/main.ts',
): Promise<ServerProcess> {
  const port = Number(variables.WAYVEIL_PORT ?? (await findFreePort()));
  const { PATH, HOME } = process.env;
  const env = {
    ...{ PATH, HOME, WAYVEIL_DATA_DIR: dataDirectory, WAYVEIL_PORT: String(port), WAYVEIL_SMTP_PORT: '0' },
    ...{ WAYVEIL_LOG_LEVEL: 'warn', ...variables },
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const complaints = collectLines(child);
  const stop = async () => {
    await stopChild(child);
    process.off('exit', end);
  };
  try {
    const readyAfterMs = await waitUntilReady(child, port, startedAt);
    return {
      origin: `http://wallet.localhost:${port}`,
      readyAfterMs,
      complaints: () => complaints,
      pid: child.pid ?? 0,
      waitUntilReady: async () => {
        await waitUntilReady(child, port, performance.now());
      },
      stop,
      kill: async () => {
        const gone = new Promise(resolve => child.once('close', resolve));
        if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await gone;
        process.off('exit', end);
      },
    };
  } catch (fault) {
    await stop();
    throw new Error(`the wallet server did not get ready: ${complaints.join('\n')}`, { cause: fault });
  }
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  }
  return lines;
}

async function waitUntilReady(child: ChildProcess, port: number, startedAt: number): Promise<number> {
  while (performance.now() - startedAt < READY_WITHIN_MS) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const signal = AbortSignal.timeout(READY_WITHIN_MS);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return performance.now() - startedAt;
    await pause(POLL_MS);
  }
  throw new Error(`not ready after ${READY_WITHIN_MS} ms`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise(resolve => child.once('close', resolve));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await closed;
  clearTimeout(forced);
}
