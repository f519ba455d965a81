import { findLimit, planMove } from '../ledger/plan-postings.ts';
import { toLeafRows } from '../log/plan-leaf.ts';
import type { CommitRecord, CreditLimits, NetworkAnswer } from './commit-record.ts';
import type { Change } from './plan-change.ts';

/** The parameters of the commit statement, each a JSON array of rows. */
export function toCommitParameters(records: readonly CommitRecord[], credit: CreditLimits): string[] {
  const changes = records.flatMap(({ change }, seq) => (change ? [{ seq, change }] : []));
  const rowsOf = (pick: (change: Change) => readonly object[]) =>
    changes.flatMap(({ seq, change }) => pick(change).map(row => ({ seq, ...row })));
  const armed = records.flatMap(({ armed }, seq) => (armed ? [{ seq, ...toArmedRow(armed) }] : []));
  return [
    records.map((record, seq) => ({ seq, ...toCommandRow(record, credit) })),
    rowsOf(({ events }) => events.map(({ version, actor, event }) => toEventRow(version, actor, event))),
    rowsOf(({ postings }) => postings.map(toTransferRow)),
    rowsOf(({ leaves }) => toLeafRows(leaves)),
    rowsOf(({ deliveries }) => deliveries.map(toDeliveryRow)),
    rowsOf(({ jobs }) => jobs.map(toJobRow)),
    armed,
  ].map(toJsonText);
}

/** The further parameters of the longer statement: codes, messages of the network. */
export function toOutsideParameters(records: readonly CommitRecord[]): string[] {
  const codes = records.flatMap(({ codeUse }, seq) => (codeUse ? [{ seq, ...toCodeRow(codeUse) }] : []));
  const messages = records.flatMap(({ network }, seq) =>
    network ? [{ seq, ...toMessageRow(network) }] : [],
  );
  return [codes, messages].map(toJsonText);
}

/** JSON in which every `bigint` is a decimal string. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part));
}

function toCommandRow({ change, kept, passkeyUse, atMs }: CommitRecord, credit: CreditLimits): object {
  return {
    now_ms: atMs,
    moves: false,
    ...(change && toPurchaseRow(change)),
    ...(change && toMoveRow(change, credit)),
    ...(kept && {
      ...{ party: kept.party, key: kept.key, method: kept.method, path: kept.path },
      ...{ input_hash: kept.inputHash, response: kept.response, key_ends_at_ms: kept.endsAtMs },
    }),
    ...(passkeyUse && { credential_id: passkeyUse.credentialId, counter: passkeyUse.counter }),
  };
}

function toPurchaseRow({ before, after }: Change): object {
  return {
    ...{ purchase_id: after.id, before_version: before?.version ?? null, version: after.version },
    ...{ state: after.state, funding: after.funding, person_id: after.personId, seller_id: after.sellerId },
    ...{ payee_host: after.payee.host, order_number: after.orderNumber, waybill: after.waybill },
    ...{ delivery_number: after.deliveryNumber, charged: after.charge !== null },
    confirmed_at_ms: after.enteredAtMs.identity_confirmed ?? null,
    ...{
      placed_at_ms: after.placedAtMs,
      due_at_ms: after.dueAtMs,
      currency: after.currency,
      document: after,
    },
  };
}

function toMoveRow({ after, postings }: Change, credit: CreditLimits): object {
  const move = planMove(postings);
  if (!move) return { moves: false };
  const { fundsMinor, fundsHeldMinor, owedMinor, owedPendingMinor } = move;
  return {
    ...{ moves: true, funds: fundsMinor, held: fundsHeldMinor, owed: owedMinor },
    ...{ owed_pending: owedPendingMinor, limits: findLimit(move) },
    credit_limit: credit[after.currency] ?? 0n,
  };
}

function toEventRow(version: number, actor: string, event: { type: string }): object {
  return { version, actor, type: event.type, body: event };
}

function toTransferRow(posting: Change['postings'][number]): object {
  const { kind, version, debit, credit, postedMinor, pendingMinor } = posting;
  return {
    ...{ kind, version, debit_code: debit.code, debit_owner: debit.ownerId },
    ...{ credit_code: credit.code, credit_owner: credit.ownerId },
    ...{ posted_minor: postedMinor, pending_minor: pendingMinor },
  };
}

function toDeliveryRow({ id, sellerId, event, orderNumber, body }: Change['deliveries'][number]): object {
  return { id, seller_id: sellerId, event, order_number: orderNumber, body };
}

function toJobRow({ kind, key, payload, runAtMs }: Change['jobs'][number]): object {
  return { kind, key, payload: payload ?? null, run_at_ms: runAtMs };
}

function toArmedRow({ numberHmac, sealed }: NonNullable<CommitRecord['armed']>): object {
  return { number_hmac: toHex(numberHmac), sealed: toHex(sealed) };
}

function toCodeRow({ purchaseId, codeHmac, tries, isRight }: NonNullable<CommitRecord['codeUse']>): object {
  return { purchase_id: purchaseId, code_hmac: toHex(codeHmac), tries, is_right: isRight };
}

function toMessageRow({ decline, ...answer }: NetworkAnswer): object {
  return {
    ...{ message_type: answer.messageType, system_trace_audit_number: answer.systemTraceAuditNumber },
    ...{
      retrieval_reference_number: answer.retrievalReferenceNumber,
      content_hash: toHex(answer.contentHash),
    },
    ...{ response_code: answer.responseCode, authorization_code: answer.authorizationCode },
    keeps_reference: answer.keepsReference,
    ...(decline && {
      ...{ decline_id: decline.id, declined_purchase: decline.purchaseId, reason: decline.reason },
      ...{ payee_host: decline.charge.payeeHost, amount_minor: decline.charge.amountMinor },
      currency: decline.charge.currency,
    }),
  };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
