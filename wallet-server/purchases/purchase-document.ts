import type { Purchase } from '#shared/purchase/purchase.ts';

/** A purchase as JSON holds it: amounts are decimal strings. */
export type PurchaseDocument = Omit<Purchase, 'amountMinor' | 'charge' | 'bill'> & {
  amountMinor: string;
  charge: (Omit<NonNullable<Purchase['charge']>, 'clearedMinor' | 'refundedMinor'> & StoredCharge) | null;
  bill: (Omit<NonNullable<Purchase['bill']>, 'amountMinor'> & { amountMinor: string }) | null;
};
interface StoredCharge {
  clearedMinor: string;
  refundedMinor: string;
}

/** The purchase that a document holds. */
export function fromDocument(document: PurchaseDocument): Purchase {
  const { charge, bill } = document;
  return {
    ...document,
    amountMinor: BigInt(document.amountMinor),
    charge: charge && {
      ...charge,
      clearedMinor: BigInt(charge.clearedMinor),
      refundedMinor: BigInt(charge.refundedMinor),
    },
    bill: bill && { ...bill, amountMinor: BigInt(bill.amountMinor) },
  };
}
