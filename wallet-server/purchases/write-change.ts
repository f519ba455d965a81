import type { Services } from '../app/services.ts';
import { findLimit, planMove } from '../ledger/plan-postings.ts';
import { toLeafRows } from '../log/plan-leaf.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable } from '../storage/sql.ts';
import type { Change } from './plan-change.ts';
import { toJson } from './purchase-document.ts';

export type WriteRefusal = 'funds_insufficient' | 'credit_insufficient' | 'conflict';

/**
 * Writes purchase, events, postings, log leaves and messages in one statement: the limits and the version are its
 * conditions, so that either all of it is there or nothing. The caller holds the purchase's row lock and commits.
 */
export async function writeChange(
  tx: Queryable,
  services: Pick<Services, 'settings'>,
  change: Change,
): Promise<WriteRefusal | null> {
  const move = planMove(change.postings);
  const creditLimit = services.settings.creditLimits[change.after.currency] ?? 0n;
  const [written] = await tx<{ count: number }[]>`
    with moved as (${moveBalances(tx, change, creditLimit)}),
    changed as (${savePurchase(tx, change, move ? 1 : 0)}),
    happened as (${insertEvents(tx, change)}),
    posted as (${insertPostings(tx, change)}),
    logged as (
      insert into log_leaves (leaf_hash, salt, entry, at_ms)
      select decode(leaf_hash, 'hex'), decode(salt, 'hex'), entry, at_ms
      from jsonb_to_recordset(${tx.json(toLeafRows(change.leaves) as never)})
        as new(leaf_hash text, salt text, entry jsonb, at_ms bigint)
      where exists (select from changed)),
    announced as (${insertDeliveries(tx, change)})
    select count(*)::int as count from changed`;
  if (written?.count !== 1) return (move && findLimit(move)) ?? 'conflict';
  await enqueueJobs(tx, change.jobs, change.atMs);
  return null;
}

/** Refuses by changing nothing: what a move takes must be there, pending amounts included. */
function moveBalances(tx: Queryable, { after, postings }: Change, creditLimit: bigint) {
  const move = planMove(postings);
  if (!move) return tx`select 1 where false`;
  const { fundsMinor, fundsHeldMinor, owedMinor, owedPendingMinor } = move;
  const limit = findLimit(move);
  return tx`
    update person_balances set
      funds_minor = funds_minor + ${fundsMinor}, funds_held_minor = funds_held_minor + ${fundsHeldMinor},
      owed_minor = owed_minor + ${owedMinor}, owed_pending_minor = owed_pending_minor + ${owedPendingMinor}
    where person_id = ${after.personId} and currency = ${after.currency}
      and (${limit !== 'funds_insufficient'}
        or funds_minor - funds_held_minor >= ${fundsHeldMinor - fundsMinor}::bigint)
      and (${limit !== 'credit_insufficient'}
        or owed_minor + owed_pending_minor + ${owedMinor + owedPendingMinor}::bigint <= ${creditLimit}::bigint)
    returning 1`;
}

function savePurchase(tx: Queryable, { before, after }: Change, moves: number) {
  const confirmedAtMs = after.enteredAtMs.identity_confirmed ?? null;
  const document = tx.json(toJson(after) as never);
  if (before) {
    return tx`
      update purchases set
        version = ${after.version}, state = ${after.state}, waybill = ${after.waybill},
        confirmed_at_ms = ${confirmedAtMs}, charged = ${after.charge !== null}, due_at_ms = ${after.dueAtMs},
        document = ${document}
      where id = ${after.id} and version = ${before.version} and (select count(*) from moved) = ${moves}
      returning id`;
  }
  return tx`
    insert into purchases
      (id, version, state, funding, person_id, seller_id, payee_host, order_number, delivery_number, waybill,
       confirmed_at_ms, charged, placed_at_ms, due_at_ms, document)
    values
      (${after.id}, ${after.version}, ${after.state}, ${after.funding}, ${after.personId}, ${after.sellerId},
       ${after.payee.host}, ${after.orderNumber}, ${after.deliveryNumber}, null, null, false,
       ${after.placedAtMs}, ${after.dueAtMs}, ${document})
    on conflict do nothing
    returning id`;
}

function insertEvents(tx: Queryable, { after, actor, atMs, events }: Change) {
  const rows = events.map(({ version, event }) => ({ version, type: event.type, body: toJson(event) }));
  return tx`
    insert into purchase_events (purchase_id, version, at_ms, actor, type, body)
    select ${after.id}::uuid, version, ${atMs}::bigint, ${actor}, type, body
    from jsonb_to_recordset(${tx.json(rows as never)}) as new(version int, type text, body jsonb)
    where exists (select from changed)`;
}

function insertPostings(tx: Queryable, { after, atMs, postings }: Change) {
  const rows = postings.map(({ kind, version, debit, credit, postedMinor, pendingMinor }) => ({
    ...{ kind, version, debit_code: debit.code, debit_owner: debit.ownerId },
    ...{ credit_code: credit.code, credit_owner: credit.ownerId },
    ...{ posted_minor: postedMinor.toString(), pending_minor: pendingMinor.toString() },
  }));
  return tx`
    insert into transfers
      (kind, purchase_id, purchase_version, debit_code, debit_owner, credit_code, credit_owner, currency,
       posted_minor, pending_minor, at_ms)
    select kind, ${after.id}::uuid, version, debit_code, debit_owner, credit_code, credit_owner, ${after.currency},
      posted_minor, pending_minor, ${atMs}::bigint
    from jsonb_to_recordset(${tx.json(rows)}) as new(kind text, version int, debit_code text, debit_owner text,
      credit_code text, credit_owner text, posted_minor bigint, pending_minor bigint)
    where exists (select from changed)`;
}

/** A shop without an address for messages gets none, now or later. */
function insertDeliveries(tx: Queryable, { deliveries, atMs }: Change) {
  const rows = deliveries.map(({ id, sellerId, event, orderNumber, body }) => ({
    ...{ id, seller_id: sellerId, event, order_number: orderNumber, body },
  }));
  return tx`
    insert into webhook_deliveries
      (id, seller_id, event, order_number, body, state, attempts, created_at_ms, next_attempt_at_ms)
    select new.id, seller_id, event, order_number, body, 'waiting', 0, ${atMs}::bigint, ${atMs}::bigint
    from jsonb_to_recordset(${tx.json(rows as never)})
      as new(id text, seller_id uuid, event text, order_number text, body jsonb)
    where exists (select from changed)
      and exists (select from sellers where sellers.id = new.seller_id and webhook_url is not null)`;
}
