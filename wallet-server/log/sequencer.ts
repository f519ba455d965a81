import { randomUUID } from 'node:crypto';
import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { makeLogSigner } from './log-signer.ts';
import { ensureCheckpoint, type Sequencing, sequenceLeaves } from './sequence-leaves.ts';

const BEAT_MS = 1000;

export interface Sequencer {
  /** Places what waits, now. Returns how many leaves. */
  sequence(): Promise<number>;
  stop(): Promise<void>;
}

/** Grows the log's tree every second until `stop`. Any number of processes may do so on one database. */
export async function startSequencer(services: Services): Promise<Sequencer> {
  const { directory, clock, log, settings } = services;
  const sequencing: Sequencing = { directory, clock, signer: makeLogSigner(settings), lease: randomUUID() };
  await ensureCheckpoint(sequencing);
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const beat = async () => {
    await sequenceLeaves(sequencing).catch(fault => log.warn('log_late', { code: errorCodeOf(fault) }));
    if (!stopped) timer = setTimeout(start, BEAT_MS);
  };
  const start = () => {
    running = beat();
  };
  let timer = setTimeout(start, 0);
  return {
    sequence: () => sequenceLeaves(sequencing),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
