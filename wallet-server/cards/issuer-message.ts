import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import type { IssuerMessage, ResponseCode } from '#shared/api/outside.ts';

/** What was decided about a message: its response code (DE 39), and the approval's own code (DE 38). */
export interface Verdict {
  responseCode: z.output<typeof ResponseCode>;
  authorizationCode: string | null;
}

/** Message type, DE 11 and DE 37 name a message. */
export interface MessageName {
  messageType: string;
  systemTraceAuditNumber: string;
  retrievalReferenceNumber: string;
}

export function nameMessage(message: IssuerMessage): MessageName {
  const { messageTypeIndicator: messageType, systemTraceAuditNumber, retrievalReferenceNumber } = message;
  return { messageType, systemTraceAuditNumber, retrievalReferenceNumber };
}

/** Tells a repeated message from another one under the same name. */
export function hashMessage(message: IssuerMessage): Buffer {
  return createHash('sha256')
    .update(canonicalize(message) ?? '')
    .digest();
}
