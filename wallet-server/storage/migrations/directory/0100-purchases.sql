-- The escrow of each order as it stands: folded from its events. Columns beside the document are what is searched.
create table purchases (
  id uuid primary key,
  version int not null,
  state text not null,
  funding text not null,
  person_id uuid not null,
  seller_id uuid,
  payee_host text not null,
  order_number text,
  delivery_number text not null,
  waybill text,
  confirmed_at_ms bigint,
  charged boolean not null,
  placed_at_ms bigint not null,
  -- When time itself next does something.
  due_at_ms bigint,
  document jsonb not null
);
-- A shop's order number names one order for ever.
create unique index purchases_of_order on purchases (seller_id, order_number) where seller_id is not null;
create index purchases_of_person on purchases (person_id, id desc);
create index purchases_of_seller on purchases (seller_id, id desc) where seller_id is not null;
create index purchases_at_payee on purchases (person_id, payee_host, confirmed_at_ms) where confirmed_at_ms is not null;
create index purchases_due on purchases (due_at_ms, id) where due_at_ms is not null;
create index purchases_under_way on purchases (waybill) where state in ('shipped', 'disputed');
create index purchases_expecting on purchases (delivery_number) where state in ('identity_confirmed', 'shipped', 'disputed');
create index purchases_ordered on purchases (order_number) where state in ('identity_confirmed', 'shipped', 'disputed');

create table purchase_events (
  purchase_id uuid not null references purchases (id),
  version int not null,
  at_ms bigint not null,
  actor text not null,
  type text not null,
  body jsonb not null,
  primary key (purchase_id, version)
);

-- The code that was mailed last for a purchase: earlier ones are overwritten, so they end.
create table confirmation_codes (
  purchase_id uuid primary key references purchases (id),
  -- HMAC over purchase, consent, amount and code.
  code_hmac bytea,
  expires_at_ms bigint not null,
  tries int not null,
  used_at_ms bigint
);

-- When the timer last ran anywhere: a gap is an outage of ours, and stops the clocks.
create table timer_beats (
  id int primary key check (id = 1),
  beat_at_ms bigint not null
);
