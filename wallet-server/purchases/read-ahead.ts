import { isDeepStrictEqual } from 'node:util';
import type { Engine } from './engine.ts';
import type { OrderAsk } from './read-order-facts.ts';
import type { PurchaseAsk } from './read-purchase-facts.ts';

/**
 * `engine`, which begins to read `ask` at once and gives it to whoever asks for exactly that first. Whoever asks again,
 * or for anything else, gets what stands by then.
 */
export function readAhead(engine: Engine, ask: { purchase: PurchaseAsk } | { order: OrderAsk }): Engine {
  return 'purchase' in ask
    ? { ...engine, readPurchase: readOnceAhead(engine.readPurchase, ask.purchase) }
    : { ...engine, readOrder: readOnceAhead(engine.readOrder, ask.order) };
}

function readOnceAhead<Ask, Facts>(
  read: (ask: Ask) => Promise<Facts>,
  foreseen: Ask,
): (ask: Ask) => Promise<Facts> {
  let ahead: Promise<Facts> | null = read(foreseen);
  // A call that is refused asks for nothing, and so hears of no fault.
  ahead.catch(() => undefined);
  return async ask => {
    const facts = ahead;
    ahead = null;
    return facts && isDeepStrictEqual(ask, foreseen) ? await facts : await read(ask);
  };
}
