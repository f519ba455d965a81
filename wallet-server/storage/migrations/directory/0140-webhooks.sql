create table webhook_deliveries (
  id text primary key,
  seller_id uuid not null,
  event text not null,
  order_number text not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null,
  last_status int,
  created_at_ms bigint not null,
  next_attempt_at_ms bigint
);
create index webhook_deliveries_of_seller on webhook_deliveries (seller_id, created_at_ms desc, id desc);
