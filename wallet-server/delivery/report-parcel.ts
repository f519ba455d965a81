import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Call } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import { type Applied, type ApplyRefusal, applyToLocked } from '../purchases/apply-command.ts';
import { fromDocument, type PurchaseDocument } from '../purchases/purchase-document.ts';
import { runUnit, type Unit } from '../purchases/run-unit.ts';

type Report = Call<'reportParcel'>['body'];
type Reported = { ok: { matched: boolean } } | { refused: ApplyRefusal | 'parcel_ambiguous' };

/** Purchases that this parcel may be: by waybill where one was told already, else by the codes that are on it. */
async function lockCandidates({ tx }: Unit, report: Report): Promise<Purchase[]> {
  const { waybill, orderNumber, deliveryNumber } = report;
  const rows = await tx<{ document: PurchaseDocument }[]>`
    select document from purchases
    where state in ('identity_confirmed', 'shipped', 'disputed')
      and (waybill = ${waybill}
        or (waybill is null and funding = 'advanced' and charged
          and (delivery_number = ${deliveryNumber ?? null} or order_number = ${orderNumber ?? null})))
    order by id for update`;
  return rows.map(row => fromDocument(row.document)).filter(purchase => fits(purchase, report));
}

/** Whatever is known of both must be the same. */
function fits(purchase: Purchase, { waybill, orderNumber, deliveryNumber }: Report): boolean {
  const agree = (told: string | undefined, kept: string | null) =>
    told === undefined || kept === null || told === kept;
  return (
    agree(waybill, purchase.waybill) &&
    agree(orderNumber, purchase.orderNumber) &&
    agree(deliveryNumber, purchase.deliveryNumber)
  );
}

/** A parcel whose waybill is known is that one, and no other that waits for the same person. */
function choose(candidates: Purchase[], waybill: string): Purchase[] {
  const known = candidates.filter(purchase => purchase.waybill === waybill);
  return known.length > 0 ? known : candidates;
}

/**
 * What a carrier or hub saw (S22). A parcel that a hub accepts is how an advanced purchase becomes shipped; that it
 * was delivered is told of any. Exactly one purchase must fit, or nothing happens.
 */
export async function reportParcel(services: Services, report: Report): Promise<Reported> {
  return await runUnit(services, async (unit): Promise<Reported> => {
    const found = choose(await lockCandidates(unit, report), report.waybill);
    const [purchase] = found;
    if (!purchase) return { ok: { matched: false } };
    if (found.length > 1) return { refused: 'parcel_ambiguous' };
    const applied = await takeOn(unit, purchase, report);
    return 'refused' in applied ? applied : { ok: { matched: true } };
  });
}

async function takeOn(unit: Unit, purchase: Purchase, report: Report): Promise<Applied> {
  const { waybill, carrier, event } = report;
  let current = purchase;
  if (current.state === 'identity_confirmed') {
    const ship = { type: 'ship', by: 'carrier', waybill, carrier } as const;
    const shipped = await applyToLocked(unit, current, ship, 'carrier');
    if ('refused' in shipped) return shipped;
    current = shipped.ok;
  }
  if (event === 'accepted') return { ok: current };
  return await applyToLocked(unit, current, { type: 'report_delivery', waybill }, 'carrier');
}
