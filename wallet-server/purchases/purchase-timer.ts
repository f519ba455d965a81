import type { Services } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { runDuePurchases } from './run-due-purchases.ts';
import { keepBeat, stopClocks } from './stop-clocks.ts';

const BEAT_MS = 1000;

/** Lets time act on purchases until `stop`. Any number of processes may do so on one database. */
export function startPurchaseTimer(services: Services): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let away = true;
  const beat = async () => {
    try {
      if (away) await stopClocks(services);
      else await keepBeat(services.directory, services.clock());
      away = false;
      await runDuePurchases(services);
    } catch (fault) {
      away = true;
      services.log.warn('purchase_timer_late', { code: errorCodeOf(fault) });
    }
    if (!stopping.signal.aborted) timer = setTimeout(start, BEAT_MS);
  };
  const start = () => {
    running = beat();
  };
  let timer = setTimeout(start, 0);
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
