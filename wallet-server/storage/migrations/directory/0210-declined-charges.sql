-- Charges on one-time numbers that were declined, for the owner to see: who asked, for what, and why not.
create table declined_charges (
  id uuid primary key,
  purchase_id uuid not null references purchases (id),
  reason text not null,
  -- Null where the merchant's address told no host.
  payee_host text,
  amount_minor bigint not null,
  -- Null where the currency is none that the server knows.
  currency text,
  declined_at_ms bigint not null
);
create index declined_charges_of_purchase on declined_charges (purchase_id, id desc);
