import type { Services } from '../app/services.ts';
import { runDuePurchases } from './run-due-purchases.ts';
import { stopClocks } from './stop-clocks.ts';

const BEAT_MS = 1000;

/** Lets time act on purchases until `stop`. Any number of processes may do so on one database. */
export function startPurchaseTimer(services: Services): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const beat = async () => {
    try {
      await stopClocks(services);
      await runDuePurchases(services);
    } catch (fault) {
      services.log.warn('purchase_timer_late', { fault });
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
