import type { Currency } from '#shared/money/currency.ts';
import { type PostedAnswer, postSigned } from './signed-post.ts';

/** An incoming payment, as the bank tells the account's owner about it. */
export interface BankNotice {
  /** The bank's own, unique for each payment. */
  readonly bankReference: string;
  /** What the payer wrote. */
  readonly paymentReference: string;
  /** Minor units. */
  readonly amountMinor: string;
  readonly currency: Currency;
}

/** The bank where buyers pay in: top-ups and bills, told apart by their payment reference. */
export interface Bank {
  /** A payment arrives, and is told. */
  receivePayment(payment: Omit<BankNotice, 'bankReference'>): Promise<PostedAnswer>;
  /** Tells a payment once more, as banks do. */
  repeatNotice(notice: BankNotice): Promise<PostedAnswer>;
  notices(): readonly BankNotice[];
}

export interface BankOptions {
  /** Origin of the wallet server. */
  readonly serverOrigin: string;
  /** Standard Webhooks secret (`whsec_…`) that bank and server share. */
  readonly secret: string;
  readonly clock?: () => number;
}

/** Tells payments to `POST /v1/bank/notices`. */
export function createBank({ serverOrigin, secret, clock = Date.now }: BankOptions): Bank {
  const notices: BankNotice[] = [];
  const openedAtMs = clock();
  const to = { origin: serverOrigin, path: '/v1/bank/notices', secret, clock };
  const tell = (notice: BankNotice): Promise<PostedAnswer> => postSigned(to, notice.bankReference, notice);
  return {
    receivePayment: payment => {
      const bankReference = `BK${openedAtMs}${String(notices.length + 1).padStart(5, '0')}`;
      const notice = { bankReference, ...payment };
      notices.push(notice);
      return tell(notice);
    },
    repeatNotice: tell,
    notices: () => notices,
  };
}
