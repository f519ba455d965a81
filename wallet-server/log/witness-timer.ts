import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { bringCheckpoints, listReached } from './bring-checkpoints.ts';

const EVERY_MS = 2000;

/** Brings checkpoints to the witnesses every few seconds until `stop`; none where no witness is to be reached. */
export function startWitnessTimer(services: Services): { stop(): Promise<void> } {
  if (listReached(services).length === 0) return { stop: async () => undefined };
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    await bringCheckpoints(services).catch(fault =>
      services.log.warn('witnesses_late', { code: errorCodeOf(fault) }),
    );
    if (!stopped) timer = setTimeout(start, EVERY_MS);
  };
  const start = () => {
    running = round();
  };
  let timer = setTimeout(start, EVERY_MS);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
