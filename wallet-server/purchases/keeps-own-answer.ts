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
]);

/**
 * Whether the command of `operation` writes its answer beside its purchase, in one statement (see `engine.ts`).
 * A code is counted before it is judged, which takes a transaction.
 */
export function keepsOwnAnswer(operation: Operation, body: unknown): boolean {
  if (!OPERATIONS.has(operation)) return false;
  if (operation !== 'confirmPurchase') return true;
  return typeof body === 'object' && body !== null && 'method' in body && body.method === 'passkey';
}
