import type { PurchaseView } from '#shared/api/purchase-view.ts';

/** What a buyer may do to a purchase as it stands; the server decides again. */
export type PurchaseRight = 'look' | 'receive' | 'ship' | 'dispute' | 'withdraw' | 'return' | 'cancel';

/** The rights of the buyer, the most likely first (mirrors `shared/purchase/decide.ts`). */
export function listRights(view: PurchaseView): PurchaseRight[] {
  const rights = listByState(view);
  // What was disputed as often as it may be, or decided, is neither disputed nor taken back.
  return view.disputesLeft > 0 ? rights : rights.filter(each => each !== 'dispute' && each !== 'withdraw');
}

function listByState(view: PurchaseView): PurchaseRight[] {
  const advanced = view.funding === 'advanced';
  switch (view.state) {
    case 'order_received':
      return ['look', 'cancel'];
    case 'identity_confirmed':
      if (advanced && view.charged) return ['ship', 'receive', 'dispute'];
      return ['cancel'];
    case 'shipped':
      return ['receive', 'dispute', 'return'];
    case 'received':
      return view.bill?.settledAtMs === null ? ['dispute', 'return'] : ['return'];
    case 'disputed':
      return ['receive', 'withdraw', 'return'];
    default:
      return [];
  }
}
