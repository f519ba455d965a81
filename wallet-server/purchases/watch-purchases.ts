import { setTimeout as pause } from 'node:timers/promises';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { isFinal } from '#shared/purchase/state.ts';
import type { Services } from '../app/services.ts';
import { findPurchases, listVersions, type Owner } from './find-purchase.ts';

const POLL_MS = 1000;
/** Older purchases are over long since, and are fetched by list. */
const WATCHED = 200;

/**
 * The newest purchases of `owner` as they stand, oldest first, then each change until `signal`. A nudge of this
 * process shows a change at once; changes made by other processes show at the next poll. Nothing is shown any more once
 * `stands` denies: a session may end before its token does, and a key be replaced.
 */
export async function* watchPurchases(
  services: Services,
  owner: Owner,
  options: { signal: AbortSignal; openOnly?: boolean; stands: () => Promise<boolean> },
): AsyncGenerator<Purchase> {
  const { signal, openOnly, stands } = options;
  const sent = new Map<string, number>();
  const bell = makeBell();
  const end = services.bus.subscribe(change => {
    const mine =
      'personId' in owner ? change.personId === owner.personId : change.sellerId === owner.sellerId;
    if (mine) bell.ring();
  });
  try {
    for (let first = true; !signal.aborted; first = false) {
      const versions = await listVersions(services.directory, owner, WATCHED);
      const changed = versions.filter(({ id, version }) => (sent.get(id) ?? 0) < version);
      if (changed.length > 0 && !(await stands())) return;
      for (const purchase of await findPurchases(
        services.directory,
        changed.map(({ id }) => id),
      )) {
        sent.set(purchase.id, purchase.version);
        if (!(first && openOnly && isFinal(purchase.state))) yield purchase;
      }
      await bell.wait(POLL_MS, signal);
    }
  } finally {
    end();
  }
}

/** Remembers a ring that comes while nobody waits. */
function makeBell(): { ring(): void; wait(ms: number, signal: AbortSignal): Promise<void> } {
  let rung = Promise.withResolvers<void>();
  return {
    ring: () => rung.resolve(),
    wait: async (ms, signal) => {
      const over = new AbortController();
      const either = AbortSignal.any([signal, over.signal]);
      await Promise.race([rung.promise, pause(ms, undefined, { signal: either }).catch(() => undefined)]);
      over.abort();
      rung = Promise.withResolvers<void>();
    },
  };
}
