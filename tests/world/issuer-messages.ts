import { z } from 'zod';
import type { IssuerMessage } from '#shared/api/outside.ts';

/** What comes back: `0110`, `0230` or `0410` with a response code (ISO 8583, data element 39). */
export const issuerAnswer = z.object({
  messageTypeIndicator: z.string().regex(/^0(110|230|410)$/),
  responseCode: z.string().regex(/^[0-9A-Z]{2}$/),
  authorizationIdentificationResponse: z.string().nullable(),
});

export type IssuerAnswer = z.infer<typeof issuerAnswer>;

/** The issuer, as the acquirer reaches it. */
export type Issuer = (message: IssuerMessage) => Promise<IssuerAnswer>;

/** An issuer for shops on their own: it agrees to everything. */
export const agreeingIssuer: Issuer = async ({ messageTypeIndicator }) => ({
  messageTypeIndicator: answerType(messageTypeIndicator),
  responseCode: '00',
  authorizationIdentificationResponse: messageTypeIndicator === '0100' ? 'A12345' : null,
});

/** Message type of the answer: the third digit one higher (ISO 8583). */
export function answerType(request: IssuerMessage['messageTypeIndicator']): string {
  return `${request.slice(0, 2)}${Number(request[2]) + 1}0`;
}
