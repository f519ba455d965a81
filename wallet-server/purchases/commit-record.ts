import type { Currency } from '#shared/money/currency.ts';
import { findLimit, planMove } from '../ledger/plan-postings.ts';
import { toLeafRows } from '../log/plan-leaf.ts';
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
}

/**
 * `conflict`: the purchase is not at the version that was decided on, or somebody holds it right now.
 * `key_taken`: the idempotency key has an answer already.
 */
export type CommitStatus = 'written' | WriteRefusal | 'key_taken';
export type WriteRefusal = 'funds_insufficient' | 'credit_insufficient' | 'conflict';

/** How much may be advanced to a person at once, in minor units by currency. */
export type CreditLimits = Readonly<Partial<Record<Currency, bigint>>>;

/** Names of what `record` takes for itself: two records that share one are never in one statement. */
export function listClaims({ change, kept, passkeyUse }: CommitRecord): string[] {
  const claims: string[] = [];
  if (kept) claims.push(`key ${kept.party} ${kept.key}`);
  if (passkeyUse) claims.push(`passkey ${passkeyUse.credentialId}`);
  if (!change) return claims;
  const { after, before, postings } = change;
  claims.push(`purchase ${after.id}`);
  if (!before && after.sellerId !== null) claims.push(`order ${after.sellerId} ${after.orderNumber}`);
  if (planMove(postings)) claims.push(`account ${after.personId} ${after.currency}`);
  return claims;
}

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
  return {
    number_hmac: Buffer.from(numberHmac).toString('hex'),
    sealed: Buffer.from(sealed).toString('hex'),
  };
}
