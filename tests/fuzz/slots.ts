import { issueConfirmationCode } from '#server/purchases/issue-code.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, hashView, placeAdvanced, placeHeld } from '#tests/fixtures/escrow.ts';
import type { Pool } from './schema-arbitrary.ts';

/** What is done to the purchase of each slot before calls may name it. */
const STAGES = ['placed', 'confirmed', 'shipped', 'disputed', 'placed', 'placed at any shop'] as const;

/**
 * Calls name slots, not purchases: a purchase's id is new in every run and is used up soon, a slot stays. Values fit the
 * schema of the property that takes them.
 */
const SLOTS = STAGES.map((stage, index) => ({
  stage,
  purchaseId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  orderNumber: `slot-order-${index}`,
  consentHash: `slot-consent-${index}`.padEnd(43, '-'),
  code: `91827${index}`,
}));

export const SLOT_POOL: Pool = {
  purchaseId: SLOTS.map(slot => slot.purchaseId),
  orderNumber: SLOTS.map(slot => slot.orderNumber),
  consentHash: SLOTS.map(slot => slot.consentHash),
  code: SLOTS.map(slot => slot.code),
};

/** What each slot's values stand for now. */
export type SlotValues = ReadonlyMap<string, string>;

/** New purchases for all slots. */
export async function fillSlots(escrow: Escrow, round: number): Promise<SlotValues> {
  const values = new Map<string, string>();
  for (const [index, { stage, ...slot }] of SLOTS.entries()) {
    const view = await placeFor(escrow, stage, `F-${round}-${index}`);
    const issued = await issueConfirmationCode(escrow.app.services, view.id);
    values.set(slot.purchaseId, view.id);
    values.set(slot.orderNumber, view.orderNumber ?? '');
    values.set(slot.consentHash, hashView(view));
    values.set(slot.code, 'code' in issued ? issued.code : slot.code);
  }
  return values;
}

async function placeFor(
  escrow: Escrow,
  stage: (typeof STAGES)[number],
  orderNumber: string,
): Promise<PurchaseView> {
  if (stage === 'placed at any shop') return await placeAdvanced(escrow);
  const view = await placeHeld(escrow, orderNumber, '300');
  const params = { purchaseId: view.id };
  if (stage === 'placed') return view;
  expectOk(await confirm(escrow, view));
  if (stage === 'confirmed') return view;
  const shipment = { waybill: `WB-${orderNumber}`, carrier: 'Post' };
  expectOk(await escrow.call('shipOrder', { params: { orderNumber }, body: shipment }));
  if (stage === 'disputed')
    expectOk(await escrow.call('disputePurchase', { params, body: { reason: 'it is broken' } }));
  return view;
}

/** Writes today's values over the slots' own. */
export function resolveSlots(text: string, values: SlotValues): string {
  return [...values].reduce((resolved, [slot, value]) => resolved.replaceAll(slot, value), text);
}
