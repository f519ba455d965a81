import type { PurchaseBus } from './services.ts';

type Listener = Parameters<PurchaseBus['subscribe']>[0];

/** Carries news of purchases between the calls of this process. */
export function makePurchaseBus(): PurchaseBus {
  const listeners = new Set<Listener>();
  return {
    publish: change => {
      for (const listener of listeners) listener(change);
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
