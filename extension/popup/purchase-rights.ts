import type { PurchaseView } from '#shared/api/purchase-view.ts';

/** What a buyer may do to a purchase as it stands; the server decides again. */
export type PurchaseRight = 'look' | 'receive' | 'ship' | 'dispute' | 'withdraw' | 'return' | 'cancel';

/** The rights of the buyer, the most likely first (mirrors `shared/purchase/decide.ts`). */
export function listRights(view: PurchaseView, nowMs: number): PurchaseRight[] {
  const rights = listByState(view, nowMs);
  // What was disputed as often as it may be, or decided, is neither disputed nor taken back.
  return view.disputesLeft > 0 ? rights : rights.filter(each => each !== 'dispute' && each !== 'withdraw');
}

const UNPAID: readonly PurchaseRight[] = ['dispute'];
const RETURNABLE: readonly PurchaseRight[] = ['return'];

function listByState(view: PurchaseView, nowMs: number): PurchaseRight[] {
  const advanced = view.funding === 'advanced';
  const until = view.returnUntilMs ?? 0;
  switch (view.state) {
    case 'order_received':
      return ['look', 'cancel'];
    case 'identity_confirmed':
      if (advanced && view.charged) return ['ship', 'receive', 'dispute'];
      return ['cancel'];
    case 'shipped':
      return ['receive', 'dispute', 'return'];
    case 'received':
      return [...(view.bill?.settledAtMs === null ? UNPAID : []), ...(nowMs < until ? RETURNABLE : [])];
    case 'disputed':
      return ['receive', 'withdraw', 'return'];
    default:
      return [];
  }
}
