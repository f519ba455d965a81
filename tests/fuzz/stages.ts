import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, placeAdvanced, placeHeld } from '#tests/fixtures/escrow.ts';

export const HELD_STAGES = ['placed', 'confirmed', 'shipped', 'disputed'] as const;
export type HeldStage = (typeof HELD_STAGES)[number];

/** Small, so that thousands of them stay below every limit. */
const HELD_MINOR = '300';
const ADVANCED_MINOR = '2';

export function nameWaybill(orderNumber: string): string {
  return `WB-${orderNumber}`;
}

/** An order of the member shop that was brought as far as `stage`. */
export async function reachStage(
  escrow: Escrow,
  stage: HeldStage,
  orderNumber: string,
): Promise<PurchaseView> {
  const view = await placeHeld(escrow, orderNumber, HELD_MINOR);
  if (stage === 'placed') return view;
  expectOk(await confirm(escrow, view));
  if (stage === 'confirmed') return view;
  const shipment = { waybill: nameWaybill(orderNumber), carrier: 'Post' };
  expectOk(await escrow.call('shipOrder', { params: { orderNumber }, body: shipment }));
  if (stage === 'shipped') return view;
  const params = { purchaseId: view.id };
  expectOk(await escrow.call('disputePurchase', { params, body: { reason: 'it is broken' } }));
  return view;
}

export async function placeAnywhere(escrow: Escrow): Promise<PurchaseView> {
  return await placeAdvanced(escrow, ADVANCED_MINOR);
}

/** A purchase at any shop, confirmed, with its one-time number. */
export async function armAnywhere(escrow: Escrow): Promise<{ view: PurchaseView; armed: ArmedNumber }> {
  const view = await placeAnywhere(escrow);
  const { armedNumber: armed } = expectOk(await confirm(escrow, view));
  if (!armed) throw new Error('nothing was armed');
  return { view, armed };
}
