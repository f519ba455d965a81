import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { connectToBackground } from './send.ts';

/** What the background tells an open popup. */
export type FeedMessage = { purchase: PurchaseView };

/**
 * Calls `listener` with each open purchase as it stands now and after each change, until the returned function is
 * called. A background that died is woken again.
 */
export function followPurchases(listener: (purchase: PurchaseView) => void): () => void {
  const state = { over: false, close: () => {} };
  const connect = () => {
    if (state.over) return;
    const port = connectToBackground('popup');
    // Only the background of this very build is at the other end.
    port.onMessage.addListener(message => listener((message as FeedMessage).purchase));
    port.onDisconnect.addListener(() => setTimeout(connect, 1_000));
    state.close = () => port.disconnect();
  };
  connect();
  return () => {
    state.over = true;
    state.close();
  };
}
