import type { IssuerMessage } from '#shared/api/outside.ts';
import { CURRENCIES } from '#shared/money/currency.ts';
import type { Payment, PaymentRequest, PaymentStatus } from './acquirer-protocol.ts';
import type { Issuer } from './issuer-messages.ts';

/** One message to the issuer with what came back. */
export interface IssuerExchange {
  readonly message: IssuerMessage;
  readonly responseCode: string;
}

interface Opened {
  readonly request: PaymentRequest;
  readonly number: number;
}

interface Kept extends Opened {
  readonly payment: Payment;
}

/** Every payment of every shop, and the talk with the issuer about it. */
export interface PaymentBook {
  pay(request: PaymentRequest): Promise<Payment>;
  /** Undefined when the payment is unknown or not in a state to allow it. */
  capture(paymentId: string): Promise<Payment | undefined>;
  reverse(paymentId: string): Promise<Payment | undefined>;
  refund(paymentId: string): Promise<Payment | undefined>;
  payments(): readonly Payment[];
  exchanges(): readonly IssuerExchange[];
}

export function createPaymentBook(issuer: Issuer, clock: () => number): PaymentBook {
  const book = new Map<string, Kept>();
  const exchanges: IssuerExchange[] = [];
  // Reference numbers stay apart from those of an acquirer that ran before on the same issuer.
  const firstNumber = (Math.floor(clock() / 1000) % 1_000_000) * 1_000_000;
  let paid = 0;
  const ask = async (step: Step, opened: Opened): Promise<string> => {
    const message = writeMessage(step, opened, exchanges.length + 1);
    const { responseCode } = await issuer(message);
    exchanges.push({ message, responseCode });
    return responseCode;
  };
  const move = (from: PaymentStatus, step: Step, to: PaymentStatus) => {
    return async (paymentId: string): Promise<Payment | undefined> => {
      const kept = book.get(paymentId);
      if (kept?.payment.status !== from) return undefined;
      const responseCode = await ask(step, kept);
      const status = responseCode === '00' ? to : from;
      const payment = { ...kept.payment, status, responseCode };
      book.set(paymentId, { ...kept, payment });
      return payment;
    };
  };
  const capture = move('authorised', 'presentment', 'captured');
  return {
    async pay(request) {
      const opened = { request, number: firstNumber + paid++ };
      const payment = describePayment(opened, await ask('authorisation', opened));
      book.set(payment.paymentId, { ...opened, payment });
      const captured = request.capture === 'now' ? await capture(payment.paymentId) : undefined;
      return captured ?? payment;
    },
    capture,
    reverse: move('authorised', 'reversal', 'reversed'),
    refund: move('captured', 'refund', 'refunded'),
    payments: () => [...book.values()].map(kept => kept.payment),
    exchanges: () => exchanges,
  };
}

function describePayment(opened: Opened, responseCode: string): Payment {
  return {
    paymentId: `pay_${String(opened.number).padStart(12, '0')}`,
    status: responseCode === '00' ? 'authorised' : 'declined',
    responseCode,
    reference: opened.request.reference,
    amountMinor: opened.request.amountMinor,
    currency: opened.request.currency,
    cardLastFour: opened.request.card.number.slice(-4),
  };
}

type Step = 'authorisation' | 'presentment' | 'reversal' | 'refund';

const MESSAGE_TYPES = {
  authorisation: '0100',
  presentment: '0220',
  reversal: '0400',
  refund: '0220',
} as const satisfies Record<Step, IssuerMessage['messageTypeIndicator']>;

function writeMessage(step: Step, { request, number }: Opened, trace: number): IssuerMessage {
  const { merchant, card } = request;
  return {
    messageTypeIndicator: MESSAGE_TYPES[step],
    processingCode: step === 'refund' ? '200000' : '000000',
    primaryAccountNumber: card.number,
    expirationDate: card.expiryDate,
    ...(step === 'authorisation' && { cardSecurityCode: card.csc }),
    amountTransaction: request.amountMinor,
    currencyCodeTransaction: CURRENCIES[request.currency].numeric,
    systemTraceAuditNumber: String(trace % 1_000_000).padStart(6, '0'),
    retrievalReferenceNumber: String(number).padStart(12, '0'),
    cardAcceptorIdentificationCode: merchant.id,
    cardAcceptorNameLocation: `${merchant.name} ${merchant.city} ${merchant.country}`.slice(0, 40),
    cardAcceptorUrl: merchant.host,
    merchantType: merchant.mcc,
  };
}
