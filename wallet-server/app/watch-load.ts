import { performance } from 'node:perf_hooks';

/** Above this share of the time the event loop has no turn to spare. */
const BUSY_FROM = 0.8;
const LOOK_AFTER_MS = 250;

/** Says whether this process was busy lately: how much of the time its event loop worked instead of waiting. */
export function watchLoad(clock: () => number = () => performance.now()): () => boolean {
  let since = performance.eventLoopUtilization();
  let lookedAtMs = clock();
  let busy = false;
  return () => {
    if (clock() - lookedAtMs < LOOK_AFTER_MS) return busy;
    busy = performance.eventLoopUtilization(since).utilization > BUSY_FROM;
    since = performance.eventLoopUtilization();
    lookedAtMs = clock();
    return busy;
  };
}
