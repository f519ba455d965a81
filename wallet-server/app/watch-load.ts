import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Above this share of the time the event loop has no turn to spare. */
const BUSY_FROM = 0.8;
/** So many callers at once wait for the machine, whoever of us, the database or they themselves has it. */
const BUSY_FROM_CALLS = 8;
const LOOK_AFTER_MS = 250;

/** How much this process has to do that somebody waits for. */
export interface Load {
  /** Whether many calls wait for their answer, or some do and the event loop lately worked instead of waiting. */
  isBusy(): boolean;
  /** Counts a call until its response closes; not one whose caller has left, which closes no more. */
  hold(response: Pick<ServerResponse, 'once' | 'destroyed'>): void;
}

export function watchLoad(clock: () => number = () => performance.now()): Load {
  let calls = 0;
  let since = performance.eventLoopUtilization();
  let lookedAtMs = clock();
  let busy = false;
  const isLoopBusy = () => {
    if (clock() - lookedAtMs < LOOK_AFTER_MS) return busy;
    busy = performance.eventLoopUtilization(since).utilization > BUSY_FROM;
    since = performance.eventLoopUtilization();
    lookedAtMs = clock();
    return busy;
  };
  const release = () => {
    calls -= 1;
  };
  return {
    isBusy: () => calls >= BUSY_FROM_CALLS || (calls > 0 && isLoopBusy()),
    hold(response) {
      if (response.destroyed) return;
      calls += 1;
      response.once('close', release);
    },
  };
}
