import { answerType, type Issuer, issuerAnswer } from './issuer-messages.ts';
import { postSigned, type SignedPost } from './signed-post.ts';

/** ISO 8583 response code "issuer or switch inoperative". */
export const ISSUER_INOPERATIVE = '91';

/** Reaches the issuer at the wallet server. Silence for 2 s, or an answer that is none, is a decline. */
export function issuerByHttp(to: Omit<SignedPost, 'path' | 'timeoutMs'>): Issuer {
  return async message => {
    const id = `${message.messageTypeIndicator}-${message.retrievalReferenceNumber}-${message.systemTraceAuditNumber}`;
    const path = '/v1/issuer/messages';
    const posted = await postSigned({ ...to, path, timeoutMs: 2000 }, id, message).catch(() => undefined);
    const answer = issuerAnswer.safeParse(posted?.body);
    if (answer.success) return answer.data;
    const messageTypeIndicator = answerType(message.messageTypeIndicator);
    return {
      messageTypeIndicator,
      responseCode: ISSUER_INOPERATIVE,
      authorizationIdentificationResponse: null,
    };
  };
}
