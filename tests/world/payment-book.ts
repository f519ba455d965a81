import type { Payment, PaymentRequest, PaymentStatus } from './acquirer-protocol.ts';
import { toNumericCurrency } from './currency-codes.ts';
import type { Issuer, IssuerMessage } from './issuer-messages.ts';

/** One message to the issuer with what came back. */
export interface IssuerExchange {
  readonly message: IssuerMessage;
  readonly responseCode: string;
}

interface Kept {
  readonly request: PaymentRequest;
  readonly number: number;
  readonly authorization: string | undefined;
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
  const ask = async (type: IssuerMessage['messageTypeIndicator'], kept: Omit<Kept, 'payment'>) => {
    const message = writeMessage(type, kept, exchanges.length + 1, clock());
    const answer = await issuer(message);
    exchanges.push({ message, responseCode: answer.responseCode });
    return answer;
  };
  const move = (from: PaymentStatus, type: IssuerMessage['messageTypeIndicator'], to: PaymentStatus) => {
    return async (paymentId: string): Promise<Payment | undefined> => {
      const kept = book.get(paymentId);
      if (kept?.payment.status !== from) return undefined;
      const { responseCode } = await ask(type, kept);
      const status = responseCode === '00' ? to : from;
      const payment = { ...kept.payment, status, responseCode };
      book.set(paymentId, { ...kept, payment });
      return payment;
    };
  };
  const capture = move('authorised', '0220', 'captured');
  return {
    async pay(request) {
      const opened = { request, number: firstNumber + book.size + 1, authorization: undefined };
      const answer = await ask('0100', opened);
      const payment = describePayment(opened, answer.responseCode);
      const authorization = answer.authorizationIdentificationResponse;
      book.set(payment.paymentId, { ...opened, authorization, payment });
      const captured = request.capture === 'now' ? await capture(payment.paymentId) : undefined;
      return captured ?? payment;
    },
    capture,
    reverse: move('authorised', '0400', 'reversed'),
    refund: move('captured', '0200', 'refunded'),
    payments: () => [...book.values()].map(kept => kept.payment),
    exchanges: () => exchanges,
  };
}

function describePayment(opened: Omit<Kept, 'payment'>, responseCode: string): Payment {
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

function writeMessage(
  type: IssuerMessage['messageTypeIndicator'],
  { request, number, authorization }: Omit<Kept, 'payment'>,
  trace: number,
  nowMs: number,
): IssuerMessage {
  const { merchant, card } = request;
  return {
    messageTypeIndicator: type,
    primaryAccountNumber: card.number,
    processingCode: type === '0200' ? '200000' : '000000',
    amountTransaction: request.amountMinor,
    transmissionDateAndTime: new Date(nowMs).toISOString().replaceAll(/\D/g, '').slice(4, 14),
    systemTraceAuditNumber: String(trace % 1_000_000).padStart(6, '0'),
    expiryDate: card.expiryDate,
    merchantType: merchant.mcc,
    retrievalReferenceNumber: String(number).padStart(12, '0'),
    ...(authorization !== undefined && { authorizationIdentificationResponse: authorization }),
    cardAcceptorIdentificationCode: merchant.id,
    cardAcceptorNameLocation: `${merchant.name} ${merchant.city} ${merchant.country}`,
    cardAcceptorUrl: merchant.host,
    ...(type === '0100' && { cardSecurityCode: card.csc }),
    currencyCodeTransaction: toNumericCurrency(request.currency),
  };
}
