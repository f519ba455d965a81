-- An account that takes the place of another rests before it is paid.
alter table payout_accounts add column pays_from_ms bigint not null default 0;

-- Each change of where a shop is paid as its owner signed it: consent and assertion, sealed. Written once.
create table payout_signings (
  id uuid primary key,
  seller_id uuid not null,
  sealed bytea not null,
  signed_at_ms bigint not null
);
create index payout_signings_of_seller on payout_signings (seller_id, id desc);
revoke update, delete, truncate on payout_signings from current_user;
