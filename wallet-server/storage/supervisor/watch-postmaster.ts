import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { endOrphans } from './end-orphans.ts';
import {
  hasEnded,
  type PostmasterSettings,
  readLogTail,
  spawnPostmaster,
  stopChild,
  stopLeftover,
  waitUntilReady,
} from './postmaster.ts';

export interface PostmasterWatch {
  pid(): number | undefined;
  stop(deadlineMs: number): Promise<void>;
}

const START_ATTEMPTS = 6;
/** Of those, how many are made with all settings. */
const SIZED_ATTEMPTS = 4;
const LONGEST_RESTART_PAUSE_MS = 10_000;

/** Starts the postmaster, and again whenever it ends without having been told to. */
export async function watchPostmaster(
  settings: PostmasterSettings,
  startDeadlineMs: number,
  logger: Logger,
): Promise<PostmasterWatch> {
  const stopping = new AbortController();
  let child = await startPostmaster(settings, startDeadlineMs, stopping.signal, logger);
  const watching = (async () => {
    for (;;) {
      if (!hasEnded(child)) await once(child, 'exit');
      if (stopping.signal.aborted) return;
      logger.error('PostgreSQL ended under us: starting it again', {
        exit: child.exitCode ?? child.signalCode,
      });
      child = await restart(settings, startDeadlineMs, stopping.signal, logger, child);
      if (stopping.signal.aborted) await stopChild(child, startDeadlineMs);
    }
  })();
  return {
    pid: () => child.pid,
    stop: async deadlineMs => {
      stopping.abort();
      await stopChild(child, deadlineMs);
      await watching;
    },
  };
}

async function restart(
  settings: PostmasterSettings,
  startDeadlineMs: number,
  stopping: AbortSignal,
  logger: Logger,
  ended: ChildProcess,
): Promise<ChildProcess> {
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    try {
      return await startPostmaster(settings, startDeadlineMs, stopping, logger);
    } catch (fault) {
      logger.error('PostgreSQL does not start', {
        fault: fault instanceof Error ? fault.message : 'unknown',
      });
      const wait = Math.min(LONGEST_RESTART_PAUSE_MS, 2 ** attempt * 250);
      await pause(wait, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return ended;
}

/**
 * A server process that outlived its postmaster holds the memory: so it is ended, and an early end is tried again; in
 * the end without what was sized for the machine, which may not give it.
 */
async function startPostmaster(
  settings: PostmasterSettings,
  deadlineMs: number,
  stopping: AbortSignal,
  logger: Logger,
): Promise<ChildProcess> {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    await stopLeftover(settings.cluster, deadlineMs);
    if (attempt > 1) await endOrphans(settings.cluster);
    const sized = attempt <= SIZED_ATTEMPTS;
    if (attempt === SIZED_ATTEMPTS + 1)
      logger.warn('PostgreSQL does not start with what was sized for this machine', settings.sizedSettings);
    const child = await spawnPostmaster(sized ? settings : { ...settings, sizedSettings: {} });
    if (await waitUntilReady(child, settings.cluster, deadlineMs, stopping)) return child;
    await pause(2 ** attempt * 25);
  }
  throw new Error(`PostgreSQL does not start; its log ends so:\n${await readLogTail(settings.logPath)}`);
}
