-- A card is a label, a currency and a virtual identity. Its number is told once and kept nowhere: it never pays.
create table cards (
  id uuid primary key,
  person_id uuid not null,
  label text not null,
  currency text not null,
  last_digits text not null,
  hub_id text not null,
  delivery_code text not null,
  given_name text not null,
  family_name text not null,
  full_name text not null,
  issued_at_ms bigint not null,
  unique (hub_id, delivery_code)
);
create index cards_of_person on cards (person_id, id desc);

-- One-time numbers: found by HMAC, readable only with the server's key.
create table armed_numbers (
  purchase_id uuid primary key references purchases (id),
  number_hmac bytea not null unique,
  sealed bytea not null,
  armed_at_ms bigint not null,
  -- DE 37 of the approved authorisation: a presentment, reversal or refund must name it.
  retrieval_reference_number text
);

-- Every message of the network with its answer: a repeated one gets the same answer.
create table issuer_messages (
  message_type text not null,
  system_trace_audit_number text not null,
  retrieval_reference_number text not null,
  content_hash bytea not null,
  response_code text,
  authorization_code text,
  received_at_ms bigint not null,
  primary key (message_type, system_trace_audit_number, retrieval_reference_number)
);
