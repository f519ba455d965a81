import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Loaded, useAnswer } from '#extension/ui/use-answer.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { useShop } from './console-context.tsx';
import { mergeOrders } from './merge-orders.ts';

/** The orders of the shop, kept fresh by the stream. */
export interface Orders {
  loaded: Loaded<{ orders: OrderView[] }>;
  /** Newest first. */
  list: OrderView[];
  /** Puts in what a call of this page gave, before the stream tells it. */
  put: (order: OrderView) => void;
}

/** Fetches the newest orders once and follows every change. */
export function useOrders(): Orders {
  const { ports, seller, call } = useShop();
  const [changed, setChanged] = useState<OrderView[]>([]);
  const loaded = useAnswer(() => call('listOrders', { query: { limit: 100 } }), [seller.id]);
  const put = useCallback((order: OrderView) => setChanged(before => mergeOrders(before, [order])), []);
  useEffect(() => ports.followOrders(seller.id, put), [ports, seller.id, put]);
  return { loaded, list: mergeOrders(loaded.value?.orders ?? [], changed), put };
}
