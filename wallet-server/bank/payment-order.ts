import { XMLBuilder } from 'fast-xml-parser';
import { toDecimal } from '#shared/money/amount.ts';
import { type Currency, isCurrency } from '#shared/money/currency.ts';
import type { Services } from '../app/services.ts';
import { openPayee, type Payee } from './payout-account.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

export interface PaymentOrder {
  batchId: string;
  currency: Currency;
  executionDate: string;
  createdAtMs: number;
  /** How many payouts of the batch ended already: the file of those that are left is another message. */
  endedCount: number;
  debtor: Payee;
  payments: Array<{ endToEndId: string; amountMinor: bigint; payee: Payee }>;
}

/** A batch as the bank takes it: one payment information with a credit transfer for each payout (pain.001.001.09). */
export function writePaymentOrder(order: PaymentOrder): string {
  const { batchId, currency, executionDate, payments, debtor } = order;
  const id = batchId.replaceAll('-', '') + (order.endedCount === 0 ? '' : order.endedCount.toString(36));
  const sum = toDecimal(
    payments.reduce((total, { amountMinor }) => total + amountMinor, 0n),
    currency,
  );
  const totals = { NbOfTxs: String(payments.length), CtrlSum: sum };
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          ...{ MsgId: id, CreDtTm: new Date(order.createdAtMs).toISOString(), ...totals },
          InitgPty: { Nm: debtor.name },
        },
        PmtInf: {
          ...{ PmtInfId: id, PmtMtd: 'TRF', ...totals, ReqdExctnDt: { Dt: executionDate } },
          ...{ Dbtr: { Nm: debtor.name }, DbtrAcct: { Id: { IBAN: debtor.iban } } },
          DbtrAgt: {
            FinInstnId: debtor.bic === null ? { Othr: { Id: 'NOTPROVIDED' } } : { BICFI: debtor.bic },
          },
          CdtTrfTxInf: payments.map(payment => toTransaction(payment, currency)),
        },
      },
    },
  };
  const options = { ignoreAttributes: false, attributeNamePrefix: '@', format: true };
  return new XMLBuilder({ ...options, suppressEmptyNode: false }).build(document);
}

function toTransaction(
  { endToEndId, amountMinor, payee }: PaymentOrder['payments'][number],
  currency: Currency,
) {
  return {
    PmtId: { InstrId: endToEndId, EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': currency, '#text': toDecimal(amountMinor, currency) } },
    ...(payee.bic !== null && { CdtrAgt: { FinInstnId: { BICFI: payee.bic } } }),
    Cdtr: { Nm: payee.name },
    CdtrAcct: { Id: { IBAN: payee.iban } },
    RmtInf: { Ustrd: `Wayveil payout ${endToEndId}` },
  };
}

interface Row {
  id: string;
  end_to_end_id: string;
  amount_minor: bigint;
  payee_sealed: Buffer;
}

/**
 * The payment order of a batch, of what is not ended yet; null where there is no such batch. Asked for again it is the
 * same message, and each payment keeps its EndToEndId, so that the bank pays nothing twice.
 */
export async function findPaymentOrder(
  services: Pick<Services, 'directory' | 'settings'>,
  { batchId, debtor }: { batchId: string; debtor: Payee },
): Promise<PaymentOrder | null> {
  const sql = services.directory;
  const [batch] = await sql<{ currency: string; execution_date: string; created_at_ms: bigint }[]>`
    select currency, execution_date, created_at_ms from payout_batches where id = ${batchId}`;
  if (!batch || !isCurrency(batch.currency)) return null;
  const rows = await sql<Row[]>`
    select id, end_to_end_id, amount_minor, payee_sealed from payouts
    where batch_id = ${batchId} and state in ('pending', 'unanswered') order by id`;
  const [all] = await sql<{ count: bigint }[]>`select count(*) from payouts where batch_id = ${batchId}`;
  return {
    ...{ batchId, debtor, currency: batch.currency, executionDate: batch.execution_date },
    endedCount: Number(all?.count ?? 0n) - rows.length,
    createdAtMs: Number(batch.created_at_ms),
    payments: rows.map(row => ({
      ...{ endToEndId: row.end_to_end_id, amountMinor: row.amount_minor },
      payee: openPayee(services, `payouts:${row.id}`, row.payee_sealed),
    })),
  };
}
