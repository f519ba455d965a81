import { z } from 'zod';

/**
 * What acquirer and issuer say to each other: ISO 8583 data elements under their names, carried as JSON.
 * `0100` authorisation, `0220` presentment (clearing advice), `0400` reversal, `0200` refund (processing code 20).
 */
export interface IssuerMessage {
  readonly messageTypeIndicator: '0100' | '0200' | '0220' | '0400';
  readonly primaryAccountNumber: string;
  /** Data element 3: `000000` purchase, `200000` refund. */
  readonly processingCode: string;
  /** Minor units. */
  readonly amountTransaction: string;
  /** MMDDhhmmss, UTC. */
  readonly transmissionDateAndTime: string;
  readonly systemTraceAuditNumber: string;
  /** YYMM. */
  readonly expiryDate?: string;
  /** ISO 18245 merchant category code. */
  readonly merchantType: string;
  readonly retrievalReferenceNumber: string;
  readonly authorizationIdentificationResponse?: string;
  readonly cardAcceptorIdentificationCode: string;
  readonly cardAcceptorNameLocation: string;
  /** Host under which the shop sells. */
  readonly cardAcceptorUrl: string;
  readonly cardSecurityCode?: string;
  /** ISO 4217 digits. */
  readonly currencyCodeTransaction: string;
}

/** `0110`, `0210`, `0230`, `0410`. */
export const issuerAnswer = z.object({
  messageTypeIndicator: z.string().regex(/^0[124][13]0$/),
  responseCode: z.string().regex(/^[0-9A-Z]{2}$/),
  authorizationIdentificationResponse: z.string().optional(),
});

export type IssuerAnswer = z.infer<typeof issuerAnswer>;

/** The issuer, as the acquirer reaches it. */
export type Issuer = (message: IssuerMessage) => Promise<IssuerAnswer>;

/** An issuer for shops on their own: it agrees to everything. */
export const agreeingIssuer: Issuer = async message => ({
  messageTypeIndicator: answerType(message.messageTypeIndicator),
  responseCode: '00',
  ...(message.messageTypeIndicator === '0100' && { authorizationIdentificationResponse: '123456' }),
});

/** Message type of the answer: the third digit one higher (ISO 8583-1:2003, 4.1). */
export function answerType(request: string): string {
  return `${request.slice(0, 2)}${Number(request[2]) + 1}0`;
}
