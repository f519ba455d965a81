-- Newer terms as a shop signed them after those that it was certified with (`sellers.signing`). Written once.
create table terms_signings (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  terms_version text not null,
  signing jsonb not null,
  signed_at_ms bigint not null,
  unique (seller_id, terms_version)
);
revoke update, delete, truncate on terms_signings from current_user;
