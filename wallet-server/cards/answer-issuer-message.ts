import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import type { IssuerMessage, postIssuerMessage } from '#shared/api/outside.ts';
import type { Services } from '../app/services.ts';
import { runUnit, type Unit } from '../purchases/run-unit.ts';
import { judgeIssuerMessage, type Verdict } from './judge-issuer-message.ts';

export type IssuerAnswer = z.output<(typeof postIssuerMessage)['result']>;

const ANSWER_TYPES = { '0100': '0110', '0220': '0230', '0400': '0410' } as const;
/** The network waits two seconds; a lock that takes longer is a decline that it makes itself. */
const LOCK_TIMEOUT = '1500ms';

/**
 * Authorises, clears, refunds or reverses a one-time number. Message type, DE 11 and DE 37 name a message: a repeated
 * one gets its first answer, another one under the same name is a duplicate (94).
 */
export async function answerIssuerMessage(services: Services, message: IssuerMessage): Promise<IssuerAnswer> {
  const { responseCode, authorizationCode } = await runUnit(services, async unit => {
    await unit.tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    const known = await takeMessage(unit, message);
    if (known) return known;
    const verdict = await judgeIssuerMessage(unit, message);
    await keepVerdict(unit, message, verdict);
    return verdict;
  });
  return {
    messageTypeIndicator: ANSWER_TYPES[message.messageTypeIndicator],
    responseCode,
    authorizationIdentificationResponse: authorizationCode,
  };
}

/** Takes the message's name, or gives back what was answered under it. */
async function takeMessage(unit: Unit, message: IssuerMessage): Promise<Verdict | null> {
  const contentHash = createHash('sha256')
    .update(canonicalize(message) ?? '')
    .digest();
  const { messageTypeIndicator: type, systemTraceAuditNumber: trace } = message;
  const { retrievalReferenceNumber: reference } = message;
  const taken = await unit.tx`
    insert into issuer_messages
      (message_type, system_trace_audit_number, retrieval_reference_number, content_hash, received_at_ms)
    values (${type}, ${trace}, ${reference}, ${contentHash}, ${unit.services.clock()})
    on conflict do nothing`;
  if (taken.count === 1) return null;
  interface Row {
    content_hash: Buffer;
    response_code: Verdict['responseCode'];
    authorization_code: string | null;
  }
  const [known] = await unit.tx<Row[]>`
    select content_hash, response_code, authorization_code from issuer_messages
    where message_type = ${type} and system_trace_audit_number = ${trace}
      and retrieval_reference_number = ${reference}`;
  if (!known?.content_hash.equals(contentHash)) return { responseCode: '94', authorizationCode: null };
  return { responseCode: known.response_code, authorizationCode: known.authorization_code };
}

async function keepVerdict(unit: Unit, message: IssuerMessage, verdict: Verdict): Promise<void> {
  await unit.tx`
    update issuer_messages set
      response_code = ${verdict.responseCode}, authorization_code = ${verdict.authorizationCode}
    where message_type = ${message.messageTypeIndicator}
      and system_trace_audit_number = ${message.systemTraceAuditNumber}
      and retrieval_reference_number = ${message.retrievalReferenceNumber}`;
}
