import type { Logger, Vault } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';

const EVERY_MS = 2000;
/** One page of everybody is looked at in each of this many rounds. */
const CHECK_EACH = 15;

/**
 * Keeps the vault in step until `stop`: what waits moves in, stores that missed a write catch up, and page after page
 * everybody's rows are checked. Any number of processes may do so.
 */
export function startVaultTimer({ vault, log }: { vault: Vault; log: Logger }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const place: { rounds: number; after: string | null } = { rounds: 0, after: null };
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await vault.catchUp();
      place.rounds += 1;
      if (place.rounds % CHECK_EACH === 0) place.after = (await vault.checkPage(place.after)).next;
    } catch (fault) {
      log.warn('vault_timer_late', { code: errorCodeOf(fault) });
    }
    if (!stopping.signal.aborted) timer = setTimeout(start, EVERY_MS);
  };
  const start = () => {
    running = round();
  };
  let timer = setTimeout(start, EVERY_MS);
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
