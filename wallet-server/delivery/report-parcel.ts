import type { PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Call } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import type { WriteRefusal } from '../purchases/commit-record.ts';
import { planCommands } from '../purchases/plan-command.ts';
import { fromDocument, type PurchaseDocument } from '../purchases/purchase-document.ts';
import { type Plan, runCommand } from '../purchases/run-command.ts';

type Report = Call<'reportParcel'>['body'];
type ReportRefusal = PurchaseRefusal | 'parcel_ambiguous';
type Reported = { ok: { matched: boolean } } | { refused: ReportRefusal | WriteRefusal };

/** Purchases that this parcel may be: by waybill where one was told already, else by the codes that are on it. */
async function findCandidates(
  { directory }: Pick<Services, 'directory'>,
  report: Report,
): Promise<Purchase[]> {
  const { waybill, orderNumber, deliveryNumber } = report;
  const rows = await directory<{ document: PurchaseDocument }[]>`
    select document from purchases
    where state in ('identity_confirmed', 'shipped', 'disputed')
      and (waybill = ${waybill}
        or (waybill is null and funding = 'advanced' and charged
          and (delivery_number = ${deliveryNumber ?? null} or order_number = ${orderNumber ?? null})))
    order by id`;
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
  return await runCommand(services, async (): Promise<Plan<{ matched: boolean }, ReportRefusal>> => {
    const found = choose(await findCandidates(services, report), report.waybill);
    const [purchase] = found;
    if (!purchase) return { candidates: [{ change: null, answer: { ok: { matched: false } } }] };
    if (found.length > 1) return { refused: 'parcel_ambiguous' };
    const planned = planCommands(services, purchase, listCommands(purchase, report), 'carrier');
    if ('refused' in planned) return planned;
    const changes = 'same' in planned ? [null] : planned.changes;
    return { candidates: changes.map(change => ({ change, answer: { ok: { matched: true } } })) };
  });
}

function listCommands(purchase: Purchase, { waybill, carrier, event }: Report): PurchaseCommand[] {
  const isTaken = purchase.state === 'identity_confirmed';
  return [
    ...(isTaken ? [{ type: 'ship', by: 'carrier', waybill, carrier } as const] : []),
    ...(event === 'accepted' ? [] : [{ type: 'report_delivery', waybill } as const]),
  ];
}
