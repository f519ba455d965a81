import { issueConfirmationCode } from '#server/purchases/issue-code.ts';
import type { Escrow } from '#tests/fixtures/escrow.ts';
import { hashShown } from '#tests/fixtures/hash-shown.ts';
import type { Pool } from './schema-arbitrary.ts';
import { HELD_STAGES, placeAnywhere, reachStage } from './stages.ts';
import type { WrittenCall } from './write-call.ts';

/** What is done to the purchase of each slot before calls may name it. */
const STAGES = [...HELD_STAGES, 'placed', 'placed at any shop'] as const;

/**
 * Calls name slots, not purchases: a purchase's id is new in every run and is used up soon, a slot stays. Values fit the
 * schema of the property that takes them.
 */
const SLOTS = STAGES.map((stage, index) => ({
  stage,
  purchaseId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  orderNumber: `slot-order-${index}`,
}));
/** These two mean the purchase that the address names. */
const CONSENT_HASH = 'slot-consent'.padEnd(43, '-');
const CODE = '918270';
const CARD_ID = '00000000-0000-7000-8000-00000000c0de';

export const SLOT_POOL: Pool = {
  purchaseId: SLOTS.map(slot => slot.purchaseId),
  orderNumber: SLOTS.map(slot => slot.orderNumber),
  ...{ consentHash: [CONSENT_HASH], code: [CODE], cardId: [CARD_ID] },
};

/** What each slot stands for now, by its stand-in purchase id. */
interface Slot {
  purchaseId: string;
  orderNumber: string;
  purchase: { id: string; orderNumber: string; consentHash: string; code: string };
}

export interface Slots {
  list: readonly Slot[];
  cardId: string;
}

/** New purchases for all slots. */
export async function fillSlots(escrow: Escrow, round: number): Promise<Slots> {
  const list: Slot[] = [];
  let cardId = CARD_ID;
  for (const [index, { stage, purchaseId, orderNumber }] of SLOTS.entries()) {
    const order = `F-${round}-${index}`;
    const view = await (stage === 'placed at any shop'
      ? placeAnywhere(escrow)
      : reachStage(escrow, stage, order));
    const issued = await issueConfirmationCode(escrow.app.services, view.id);
    const code = 'code' in issued ? issued.code : CODE;
    const purchase = { id: view.id, orderNumber: view.orderNumber ?? '', consentHash: hashShown(view), code };
    list.push({ purchaseId, orderNumber, purchase });
    cardId = view.cardId ?? cardId;
  }
  return { list, cardId };
}

/** Writes today's purchases over the stand-ins of one call. */
export function resolveSlots({ url, payload }: WrittenCall, { list, cardId }: Slots): WrittenCall {
  const named = list.find(slot => url.includes(slot.purchaseId)) ?? list[0];
  const resolve = (part: string) => {
    const [consentHash = '', code = ''] = [named?.purchase.consentHash, named?.purchase.code];
    const own = part.replaceAll(CONSENT_HASH, consentHash).replaceAll(CODE, code).replaceAll(CARD_ID, cardId);
    return list.reduce(
      (resolved, slot) =>
        resolved
          .replaceAll(slot.purchaseId, slot.purchase.id)
          .replaceAll(slot.orderNumber, slot.purchase.orderNumber),
      own,
    );
  };
  const text = payload?.toString('latin1') ?? '';
  return { url: resolve(url), payload: payload && Buffer.from(resolve(text), 'latin1') };
}
