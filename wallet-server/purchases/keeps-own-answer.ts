import type { Operation } from '#shared/api/contract.ts';

const OPERATIONS: ReadonlySet<Operation> = new Set<Operation>([
  'placePurchase',
  'declinePurchase',
  'cancelPurchase',
  'reportShipment',
  'confirmReceipt',
  'disputePurchase',
  'withdrawDispute',
  'requestReturn',
  'confirmPurchase',
  'placeOrder',
  'shipOrder',
  'cancelOrder',
  'refundOrder',
  'ruleDispute',
  'reportParcel',
]);

/** Whether the command of `operation` writes its answer beside its purchase, in one statement (see `engine.ts`). */
export function keepsOwnAnswer(operation: Operation): boolean {
  return OPERATIONS.has(operation);
}
