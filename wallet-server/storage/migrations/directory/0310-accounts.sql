-- A refund, payout or fee is a transfer of its own.
create table payouts (
  id uuid primary key,
  batch_id uuid not null,
  seller_id uuid not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  -- What the bank's report names it by (ISO 20022 EndToEndId, 35 characters).
  end_to_end_id text not null unique,
  state text not null check (state in ('pending', 'posted', 'voided')),
  -- Name and account of the payee as they were then, sealed.
  payee_sealed bytea not null,
  created_at_ms bigint not null,
  ended_at_ms bigint
);
create index payouts_of_batch on payouts (batch_id, id);
create index payouts_of_seller on payouts (seller_id, id desc);

create table payout_batches (
  id uuid primary key,
  currency text not null,
  execution_date text not null,
  created_at_ms bigint not null
);

-- Where a shop is paid. The row is locked while a payout is prepared: no two take the same money.
create table payout_accounts (
  seller_id uuid primary key,
  sealed bytea not null,
  last_digits text not null,
  changed_at_ms bigint not null
);

alter table transfers add column payout_id uuid;
alter table transfers drop constraint transfers_check;
alter table transfers add constraint transfers_named
  check (purchase_id is not null or bank_reference is not null or payout_id is not null);
create unique index transfers_one_payout on transfers (payout_id) where kind = 'pending' and payout_id is not null;
create unique index transfers_one_payout_end on transfers (payout_id)
  where kind in ('post', 'void') and payout_id is not null;

-- What an account came to at the end of a day, so that a balance adds up one day's postings and not all of them.
create table account_closings (
  owner text not null,
  code text not null,
  currency text not null,
  through_ms bigint not null,
  debited_minor bigint not null,
  credited_minor bigint not null,
  debit_pending_minor bigint not null,
  credit_pending_minor bigint not null,
  primary key (owner, code, currency, through_ms)
);
create table book_closings (
  through_ms bigint primary key,
  closed_at_ms bigint not null
);
create index transfers_debited_at on transfers (debit_owner, debit_code, currency, at_ms);
create index transfers_credited_at on transfers (credit_owner, credit_code, currency, at_ms);
create index transfers_by_time on transfers (at_ms);
drop index transfers_debited;
drop index transfers_credited;

-- The ledger and the events are written once: not even the server may change or remove a row.
revoke update, delete, truncate on transfers, purchase_events, bank_notices, account_closings from current_user;
