-- Append only. `posted_minor` and `pending_minor` are what the transfer adds to both accounts: a pending one sets its
-- amount aside, a posting or voiding one takes that away again.
create table transfers (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('single', 'pending', 'post', 'void')),
  purchase_id uuid,
  purchase_version int,
  bank_reference text,
  debit_code text not null,
  debit_owner text not null,
  credit_code text not null,
  credit_owner text not null,
  currency text not null,
  posted_minor bigint not null check (posted_minor >= 0),
  pending_minor bigint not null,
  at_ms bigint not null,
  check (purchase_id is not null or bank_reference is not null),
  check ((kind = 'pending') = (pending_minor > 0))
);
create unique index transfers_one_pending on transfers (purchase_id) where kind = 'pending';
create unique index transfers_one_settlement on transfers (purchase_id) where kind in ('post', 'void');
create unique index transfers_one_deposit on transfers (bank_reference) where bank_reference is not null;
create index transfers_debited on transfers (debit_owner, debit_code, currency);
create index transfers_credited on transfers (credit_owner, credit_code, currency);

-- The two accounts of a person that have limits, kept beside the postings so that a limit is one row's affair.
create table person_balances (
  person_id uuid not null,
  currency text not null,
  funds_minor bigint not null default 0,
  funds_held_minor bigint not null default 0 check (funds_held_minor >= 0),
  owed_minor bigint not null default 0 check (owed_minor >= 0),
  owed_pending_minor bigint not null default 0 check (owed_pending_minor >= 0),
  primary key (person_id, currency),
  check (funds_minor >= funds_held_minor)
);

-- What a person writes on a payment to us.
create table payment_references (
  person_id uuid primary key,
  reference text not null unique
);

create table bank_notices (
  bank_reference text primary key,
  person_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  noticed_at_ms bigint not null
);
