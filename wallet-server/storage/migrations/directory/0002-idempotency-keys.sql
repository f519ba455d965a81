create table idempotency_keys (
  party text not null,
  key text not null,
  method text not null,
  path text not null,
  input_hash text not null,
  -- Both are empty only inside the transaction that makes them.
  status int,
  response jsonb,
  created_at_ms bigint not null,
  expires_at_ms bigint not null,
  primary key (party, key)
);
create index idempotency_keys_expiring on idempotency_keys (expires_at_ms);
