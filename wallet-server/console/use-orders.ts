import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Loaded, useAnswer } from '#extension/ui/use-answer.ts';
import { type Pages, usePages } from '#extension/ui/use-pages.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { useShop } from './console-context.tsx';
import { mergeOrders } from './merge-orders.ts';

/** The orders of the shop, kept fresh by the stream. */
export interface Orders {
  loaded: Loaded<{ orders: OrderView[] }>;
  /** Newest first, as far as they were fetched. */
  list: OrderView[];
  /** The way to the rest. */
  pages: Pages<OrderView>;
  /** Puts in what a call of this page gave, before the stream tells it. */
  put: (order: OrderView) => void;
}

const PAGE = 100;

/** Fetches the newest orders, older ones when asked, and follows every change. */
export function useOrders(): Orders {
  const { ports, seller, call } = useShop();
  const [changed, setChanged] = useState<OrderView[]>([]);
  const loaded = useAnswer(() => call('listOrders', { query: { limit: PAGE } }), [seller.id]);
  const pages = usePages(loaded.value?.orders ?? null, PAGE, async before => {
    const listed = await call('listOrders', { query: { before, limit: PAGE } });
    return 'ok' in listed ? { ok: listed.ok.orders } : listed;
  });
  const put = useCallback((order: OrderView) => setChanged(before => mergeOrders(before, [order])), []);
  useEffect(() => ports.followOrders(seller.id, put), [ports, seller.id, put]);
  return { loaded, list: mergeOrders(pages.items, changed), pages, put };
}
