import { type Disputes, NO_DISPUTES, type Purchase } from '#shared/purchase/purchase.ts';

/** A purchase as JSON holds it: amounts are decimal strings. */
export type PurchaseDocument = Omit<
  Purchase,
  'amountMinor' | 'charge' | 'bill' | 'refundedMinor' | 'settlement' | 'disputes'
> & {
  amountMinor: string;
  /** Not there in purchases of earlier versions. */
  refundedMinor?: string;
  disputes?: Disputes;
  settlement?: { sellerMinor: string; feeMinor: string } | null;
  charge: (Omit<NonNullable<Purchase['charge']>, 'clearedMinor' | 'refundedMinor'> & StoredCharge) | null;
  bill: (Omit<NonNullable<Purchase['bill']>, 'amountMinor'> & { amountMinor: string }) | null;
};
interface StoredCharge {
  clearedMinor: string;
  refundedMinor: string;
}

/** The purchase that a document holds. */
export function fromDocument(document: PurchaseDocument): Purchase {
  const { charge, bill, settlement } = document;
  return {
    ...document,
    amountMinor: BigInt(document.amountMinor),
    refundedMinor: BigInt(document.refundedMinor ?? '0'),
    disputes: document.disputes ?? NO_DISPUTES,
    settlement: settlement
      ? { sellerMinor: BigInt(settlement.sellerMinor), feeMinor: BigInt(settlement.feeMinor) }
      : null,
    charge: charge && {
      ...charge,
      clearedMinor: BigInt(charge.clearedMinor),
      refundedMinor: BigInt(charge.refundedMinor),
    },
    bill: bill && { ...bill, amountMinor: BigInt(bill.amountMinor) },
  };
}
