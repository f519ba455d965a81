import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { parseAmount } from '#shared/money/amount.ts';
import { type Currency, isCurrency } from '#shared/money/currency.ts';

/** One booking on our account, as the bank reports it. */
export interface Booking {
  direction: 'credit' | 'debit';
  /** Money of ours that came back: a return or a reversal. */
  returned: boolean;
  bankReference: string;
  endToEndId: string | null;
  currency: Currency;
  amountMinor: bigint;
  /** What the payer wrote. */
  remittance: string;
}

const Amount = z.object({ '#text': z.string(), '@Ccy': z.string() });
const Text = z.string().trim();
const Remittance = z.object({
  Ustrd: z.array(Text).default([]),
  Strd: z.array(z.object({ CdtrRefInf: z.object({ Ref: Text }).optional() })).default([]),
});
const Transaction = z.object({
  Refs: z.object({ AcctSvcrRef: Text, EndToEndId: Text, TxId: Text }).partial().optional(),
  Amt: Amount.optional(),
  RtrInf: z.unknown().optional(),
  RmtInf: Remittance.optional(),
});
const Entry = z.object({
  NtryRef: Text.optional(),
  Amt: Amount,
  CdtDbtInd: z.enum(['CRDT', 'DBIT']),
  RvslInd: z.enum(['true', 'false', '1', '0']).optional(),
  Sts: z.union([z.string(), z.object({ Cd: z.string() })]),
  AcctSvcrRef: Text.optional(),
  NtryDtls: z.array(z.object({ TxDtls: z.array(Transaction).default([]) })).default([]),
});
const Report = z.object({
  Document: z.object({
    BkToCstmrDbtCdtNtfctn: z.object({
      Ntfctn: z.array(z.object({ Id: Text, Ntry: z.array(Entry).default([]) })),
    }),
  }),
});

const LISTS = new Set(['Ntfctn', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd']);

/** Texts stay texts: an amount or a reference is never a number on the way. */
const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false },
  ...{ removeNSPrefix: true, trimValues: true, isArray: (name: string) => LISTS.has(name) },
});

/**
 * Reads a bank's notification (ISO 20022 camt.054): every transaction of every booked entry; null where it is none.
 * A document type declaration is refused, so that no entity is ever expanded.
 */
export function readReport(document: string): Booking[] | null {
  if (/<!DOCTYPE/i.test(document)) return null;
  const report = Report.safeParse(parseXml(document));
  if (!report.success) return null;
  const bookings: Booking[] = [];
  for (const { Id, Ntry } of report.data.Document.BkToCstmrDbtCdtNtfctn.Ntfctn) {
    for (const [place, entry] of Ntry.entries()) {
      if (!isBooked(entry)) continue;
      const read = readEntry(entry, `${Id}:${place}`);
      if (!read) return null;
      bookings.push(...read);
    }
  }
  return bookings;
}

function parseXml(document: string): unknown {
  try {
    return parser.parse(document, true);
  } catch {
    return null;
  }
}

/** What is only announced is not there yet. */
function isBooked({ Sts }: z.infer<typeof Entry>): boolean {
  return (typeof Sts === 'string' ? Sts : Sts.Cd) === 'BOOK';
}

/** An entry with several transactions has an amount for each; null where one is missing. */
function readEntry(entry: z.infer<typeof Entry>, name: string): Booking[] | null {
  const details = entry.NtryDtls.flatMap(({ TxDtls }) => TxDtls);
  const transactions = details.length > 0 ? details : [{}];
  const bookings: Booking[] = [];
  for (const [place, transaction] of transactions.entries()) {
    const amount = transaction.Amt ?? (transactions.length === 1 ? entry.Amt : null);
    const currency = amount?.['@Ccy'];
    if (!amount || currency === undefined || !isCurrency(currency)) return null;
    const amountMinor = parseAmount(amount['#text'], currency);
    if (amountMinor === null) return null;
    bookings.push({
      ...{ direction: entry.CdtDbtInd === 'CRDT' ? 'credit' : 'debit', currency, amountMinor },
      returned: transaction.RtrInf !== undefined || entry.RvslInd === 'true' || entry.RvslInd === '1',
      bankReference: nameBooking(entry, transaction, `${name}:${place}`),
      endToEndId: transaction.Refs?.EndToEndId ?? null,
      remittance: readRemittance(transaction),
    });
  }
  return bookings;
}

/** The bank's own reference, of the transaction if it has one, so that the same booking is known whichever report tells it. */
function nameBooking(
  entry: z.infer<typeof Entry>,
  { Refs }: z.infer<typeof Transaction>,
  otherwise: string,
): string {
  return (Refs?.AcctSvcrRef ?? Refs?.TxId ?? entry.AcctSvcrRef ?? entry.NtryRef ?? otherwise).slice(0, 64);
}

function readRemittance({ RmtInf }: z.infer<typeof Transaction>): string {
  const references = RmtInf?.Strd.map(({ CdtrRefInf }) => CdtrRefInf?.Ref ?? '') ?? [];
  return [...references, ...(RmtInf?.Ustrd ?? [])].join(' ');
}
