import { NO_OUTSIDE, type OutsideParts } from './outside-statement.ts';

/**
 * A group of commands as one statement. Each command is one row of `$1`; what follows from it is rows of the other
 * parameters, joined by `seq`. All conditions are checked under row locks before anything is written, so that a
 * command that is refused changes nothing and fails no other:
 *
 * - `members`: who erases their real data meanwhile sees this purchase, or it is placed after that;
 * - `locked`, `fit`: the purchase is at the version that was decided on (compare-and-set), the passkey's counter moves on;
 * - `passed`: what the command takes from its person's account is there, and what it advances is within the limit;
 * - `taken`: the idempotency key is free, or its answer is over.
 *
 * Rows are locked in the order of ids: people, purchases, passkeys, codes, accounts. A purchase that somebody else has locked is not
 * waited for (`skip locked`) unless the caller asks for that: a group waits for no single purchase.
 * Later parts name rows by id alone, since a row that changed after the snapshot is met again in its newest version.
 * What is changed is named by an array as well: by a join alone the planner reads whole tables that are small or once were.
 */
export function makeCommitStatement(waiting: 'skip locked' | '', outside: OutsideParts = NO_OUTSIDE): string {
  return `with asked as materialized (
  select * from jsonb_to_recordset($1::text::jsonb) as a(seq int, purchase_id uuid, before_version int, version int,
    state text, funding text, person_id uuid, seller_id uuid, payee_host text, order_number text,
    delivery_number text, waybill text, confirmed_at_ms bigint, charged boolean, placed_at_ms bigint,
    due_at_ms bigint, document jsonb, currency text, moves boolean, funds bigint, held bigint, owed bigint,
    owed_pending bigint, limits text, credit_limit bigint, credential_id text, counter bigint, party text, key text,
    method text, path text, input_hash text, response text, now_ms bigint, key_ends_at_ms bigint)),
${makeConditions(waiting, outside)},
${makeKeys(outside)},
${STATE},
${FOLLOWING}${outside.following}
select asked.seq, case
    when done.seq is not null then 'written'
    when fit.seq is null then 'conflict'
    when passed.seq is null then coalesce(asked.limits, 'conflict')
    else 'key_taken' end as status
from asked left join fit using (seq) left join passed using (seq) left join done using (seq)
order by asked.seq`;
}

function makeConditions(waiting: string, outside: OutsideParts): string {
  return `members as materialized (
  select id from people
  where id = any(array(select person_id from asked where before_version is null and purchase_id is not null))
  order by id for key share),
locked as materialized (
  select id, version from purchases
  where id = any(array(select purchase_id from asked where before_version is not null))
  order by id for update ${waiting}),
shown as materialized (
  select credential_id, counter from passkeys
  where credential_id = any(array(select credential_id from asked where credential_id is not null))
    and (select count(*) from locked) >= 0
  order by credential_id for update),
${outside.codes}fit as materialized (
  select seq from asked
  where (select count(*) from members) >= 0 and (before_version is null
      or exists (select from locked l where l.id = purchase_id and l.version = before_version))
    and (credential_id is null or exists (select from shown s where s.credential_id = asked.credential_id
      and (s.counter < asked.counter or (s.counter = 0 and asked.counter = 0))))${outside.codeFits}),
accounts as materialized (
  select person_id, currency, funds_minor, funds_held_minor, owed_minor, owed_pending_minor from person_balances
  where person_id = any(array(select person_id from asked join fit using (seq) where moves))
    and (person_id, currency) in (select person_id, currency from asked where moves)
  order by person_id, currency for update),
passed as materialized (
  select asked.seq from asked join fit using (seq)
  left join accounts b on b.person_id = asked.person_id and b.currency = asked.currency and moves
  where not moves or (b.person_id is not null
    and (limits is distinct from 'funds_insufficient' or b.funds_minor - b.funds_held_minor >= held - funds)
    and (limits is distinct from 'credit_insufficient'
      or b.owed_minor + b.owed_pending_minor + owed + owed_pending <= credit_limit)))`;
}

function makeKeys(outside: OutsideParts): string {
  return `taken as (
  insert into idempotency_keys as kept
    (party, key, method, path, input_hash, status, response, created_at_ms, expires_at_ms)
  select party, key, method, path, input_hash, 200, to_jsonb(response), now_ms, key_ends_at_ms
  from asked join passed using (seq) where key is not null order by party, key
  on conflict (party, key) do update set
    method = excluded.method, path = excluded.path, input_hash = excluded.input_hash, status = excluded.status,
    response = excluded.response, created_at_ms = excluded.created_at_ms, expires_at_ms = excluded.expires_at_ms
  where kept.expires_at_ms <= excluded.created_at_ms
  returning party, key),
${outside.messages}done as materialized (
  select asked.* from asked join passed using (seq)
  where (key is null or exists (select from taken where taken.party = asked.party and taken.key = asked.key))
    ${outside.messageTaken})`;
}

const STATE = `opened as (
  insert into person_balances (person_id, currency)
  select distinct person_id, currency from done where before_version is null and purchase_id is not null
  order by person_id, currency on conflict do nothing),
moved as (
  update person_balances b set
    funds_minor = b.funds_minor + done.funds, funds_held_minor = b.funds_held_minor + done.held,
    owed_minor = b.owed_minor + done.owed, owed_pending_minor = b.owed_pending_minor + done.owed_pending
  from done where done.moves and b.person_id = done.person_id and b.currency = done.currency
    and b.person_id = any(array(select person_id from done where moves))),
counted as (
  update passkeys set counter = done.counter, used_at_ms = done.now_ms
  from done where passkeys.credential_id = done.credential_id
    and passkeys.credential_id = any(array(select credential_id from done where credential_id is not null))),
placed as (
  insert into purchases (id, version, state, funding, person_id, seller_id, payee_host, order_number,
    delivery_number, waybill, confirmed_at_ms, charged, placed_at_ms, due_at_ms, document)
  select purchase_id, version, state, funding, person_id, seller_id, payee_host, order_number,
    delivery_number, waybill, confirmed_at_ms, charged, placed_at_ms, due_at_ms, document
  from done where before_version is null and purchase_id is not null),
saved as (
  update purchases set
    version = done.version, state = done.state, waybill = done.waybill, confirmed_at_ms = done.confirmed_at_ms,
    charged = done.charged, due_at_ms = done.due_at_ms, document = done.document
  from done where done.before_version is not null and purchases.id = done.purchase_id
    and purchases.id = any(array(select purchase_id from done where before_version is not null)))`;

const FOLLOWING = `happened as (
  insert into purchase_events (purchase_id, version, at_ms, actor, type, body)
  select done.purchase_id, e.version, done.now_ms, e.actor, e.type, e.body
  from jsonb_to_recordset($2::text::jsonb) as e(seq int, version int, actor text, type text, body jsonb)
  join done using (seq)),
posted as (
  insert into transfers (kind, purchase_id, purchase_version, debit_code, debit_owner, credit_code, credit_owner,
    currency, posted_minor, pending_minor, at_ms)
  select t.kind, done.purchase_id, t.version, t.debit_code, t.debit_owner, t.credit_code, t.credit_owner,
    done.currency, t.posted_minor, t.pending_minor, done.now_ms
  from jsonb_to_recordset($3::text::jsonb) as t(seq int, version int, kind text, debit_code text, debit_owner text,
    credit_code text, credit_owner text, posted_minor bigint, pending_minor bigint)
  join done using (seq)),
logged as (
  insert into log_leaves (leaf_hash, salt, entry, at_ms)
  select decode(l.leaf_hash, 'hex'), decode(l.salt, 'hex'), l.entry, l.at_ms
  from jsonb_to_recordset($4::text::jsonb) as l(seq int, leaf_hash text, salt text, entry jsonb, at_ms bigint)
  join done using (seq)),
announced as (
  insert into webhook_deliveries
    (id, seller_id, event, order_number, body, state, attempts, created_at_ms, next_attempt_at_ms)
  select w.id, w.seller_id, w.event, w.order_number, w.body, 'waiting', 0, done.now_ms, done.now_ms
  from jsonb_to_recordset($5::text::jsonb)
    as w(seq int, id text, seller_id uuid, event text, order_number text, body jsonb)
  join done using (seq)
  where (select webhook_url from sellers where sellers.id = w.seller_id) is not null),
queued as (
  insert into jobs (kind, key, payload, state, attempts, run_at_ms, created_at_ms)
  select j.kind, j.key, j.payload, 'waiting', 0, j.run_at_ms, done.now_ms
  from jsonb_to_recordset($6::text::jsonb) as j(seq int, kind text, key text, payload jsonb, run_at_ms bigint)
  join done using (seq)
  where j.kind <> 'webhook'
    or (select webhook_url from sellers where sellers.id = done.seller_id) is not null
  on conflict (kind, key) do update set
    payload = excluded.payload, state = 'waiting', attempts = 0, run_at_ms = excluded.run_at_ms,
    last_error_code = null, created_at_ms = excluded.created_at_ms
  where jobs.state = 'dead'),
armed as (
  insert into armed_numbers (purchase_id, number_hmac, sealed, armed_at_ms)
  select done.purchase_id, decode(n.number_hmac, 'hex'), decode(n.sealed, 'hex'), done.now_ms
  from jsonb_to_recordset($7::text::jsonb) as n(seq int, number_hmac text, sealed text)
  join done using (seq))`;
