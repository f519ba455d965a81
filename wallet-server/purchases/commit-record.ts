import type { Currency } from '#shared/money/currency.ts';
import { planMove } from '../ledger/plan-postings.ts';
import type { KeptAnswer } from '../storage/idempotency.ts';
import type { Change } from './plan-change.ts';

/** What one command wants written, all of it or nothing: its change, the answer to keep, what it uses up. */
export interface CommitRecord {
  atMs: number;
  change: Change | null;
  kept?: KeptAnswer | undefined;
  /** The passkey that signed, with its authenticator's new counter. */
  passkeyUse?: { credentialId: string; counter: number } | undefined;
  /** The one-time number of a confirmed purchase, sealed. */
  armed?: { numberHmac: Uint8Array; sealed: Uint8Array } | undefined;
  /** A code that was shown, beside what is kept of the one that was mailed. */
  codeUse?: CodeUse | undefined;
  /** The message of the card network that this answers. */
  network?: NetworkAnswer | undefined;
}

/** Right, it is used up; wrong, the try is counted: either way only while the kept code is as it was read. */
export interface CodeUse {
  purchaseId: string;
  codeHmac: Uint8Array;
  tries: number;
  isRight: boolean;
}

/** A message, by the name that it is known by, with its answer and what it leaves behind. */
export interface NetworkAnswer {
  messageType: string;
  systemTraceAuditNumber: string;
  retrievalReferenceNumber: string;
  contentHash: Uint8Array;
  responseCode: string;
  authorizationCode: string | null;
  /** An approved authorisation: later messages must name its reference (DE 37). */
  keepsReference: boolean;
  /** What the number's owner is told of a declined charge. */
  decline: { id: string; purchaseId: string; reason: string; charge: DeclinedAmount } | null;
}

interface DeclinedAmount {
  payeeHost: string | null;
  amountMinor: bigint;
  currency: Currency | null;
}

/**
 * `conflict`: the purchase is not at the version that was decided on, or somebody holds it right now.
 * `key_taken`: the idempotency key, or the network's message, has an answer already.
 */
export type CommitStatus = 'written' | WriteRefusal | 'key_taken';
export type WriteRefusal = 'funds_insufficient' | 'credit_insufficient' | 'conflict';

/** How much may be advanced to a person at once, in minor units by currency. */
export type CreditLimits = Readonly<Partial<Record<Currency, bigint>>>;

/** Names of what `record` takes for itself: two records that share one are never in one statement. */
export function listClaims({ change, kept, passkeyUse, codeUse, network }: CommitRecord): string[] {
  const claims: string[] = [];
  if (kept) claims.push(`key ${kept.party} ${kept.key}`);
  if (passkeyUse) claims.push(`passkey ${passkeyUse.credentialId}`);
  if (codeUse) claims.push(`code ${codeUse.purchaseId}`);
  if (network) claims.push(`message ${nameMessage(network)}`);
  if (!change) return claims;
  const { after, before, postings } = change;
  claims.push(`purchase ${after.id}`);
  if (!before && after.sellerId !== null) claims.push(`order ${after.sellerId} ${after.orderNumber}`);
  if (planMove(postings)) claims.push(`account ${after.personId} ${after.currency}`);
  return claims;
}

function nameMessage(message: NetworkAnswer): string {
  const { messageType, systemTraceAuditNumber, retrievalReferenceNumber } = message;
  return [messageType, systemTraceAuditNumber, retrievalReferenceNumber].join(' ');
}

/** Whether `record` takes the longer statement, which knows of codes and of the card network. */
export function isOutside({ codeUse, network }: CommitRecord): boolean {
  return codeUse !== undefined || network !== undefined;
}
